/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-code.h"

#include "seven-render.h"

/**
 * seven_test_code_new:
 * @other: (nullable): a code that is not wanted again
 *
 * Returns: (transfer full): six random digits, but neither @other nor the code that Logto’s own Test always sends
 */
char *
seven_test_code_new (const char *other)
{
  for (;;) {
    g_autofree char *code = g_strdup_printf ("%06d", g_random_int_range (0, 1000000));

    if (g_strcmp0 (code, other) != 0 && !g_str_equal (code, SEVEN_RENDER_LOGTO_TEST_CODE))
      return g_steal_pointer (&code);
  }
}
