/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
choose_template (SevenWindow *self, const char *usage)
{
  GListModel *templates = seven_document_get_templates (self->document);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++) {
    g_autoptr (SevenTemplateItem) item = g_list_model_get_item (templates, i);

    if (g_strcmp0 (seven_template_item_get_usage (item), usage) == 0) {
      seven_test_run_set_template (self->test_run, item);
      return TRUE;
    }
  }
  return FALSE;
}

/**
 * seven_window_repeat_test:
 * @self: a window
 * @gateway: (nullable): the gateway of a former test
 * @usage: (nullable): the usage type of its template
 *
 * Prepares the same test once more, as far as the history knows it: the number it does not know.
 */
void
seven_window_repeat_test (SevenWindow *self, const char *gateway, const char *usage)
{
  SevenGatewayChoice *choice;
  g_autofree char *words = NULL;

  g_return_if_fail (SEVEN_IS_WINDOW (self));

  choice = gateway != NULL ? seven_session_find_gateway (self->session, gateway) : NULL;
  if (choice != NULL)
    seven_test_run_set_gateway (self->test_run, choice);
  if (choose_template (self, usage))
    words = g_strdup (_ ("Enter the recipient: the history does not keep numbers"));
  else
    /* Translators: %s is a usage type, as in “SignIn”. */
    words = g_strdup_printf (_ ("This config has no template for %s. Choose one, and enter the recipient."),
        usage != NULL ? usage : "—");
  seven_window_show_pane (self, "test");
  seven_test_pane_focus_recipient (self->test_pane);
  seven_window_add_toast (self, words);
}
