/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

/* For programs that write into libsecret's file, which is for tests and sandboxes: libsecret 0.20 loses the tag of each
 * file that it writes, and the leak cannot be suppressed by its name, since no frame of it is known. The same calls are
 * checked for leaks by the test that has a service on a bus. */
const char *__asan_default_options (void) __attribute__ ((visibility ("default")));

const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}
