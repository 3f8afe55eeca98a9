/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Six random digits, as Logto makes them: another code than other (nullable), and never the one of Logto’s own Test.
 * (transfer full) */
char *seven_test_code_new (const char *other);

G_END_DECLS
