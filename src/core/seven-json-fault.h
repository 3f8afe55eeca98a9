/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-json-scan.h"

G_BEGIN_DECLS

/* Each says what was found and what was expected, and returns FALSE for the scanner to hand on. */
gboolean seven_json_fail_size (SevenJsonScanner *self);
gboolean seven_json_fail_depth (SevenJsonScanner *self);
gboolean seven_json_fail_utf8 (SevenJsonScanner *self, gsize offset);
gboolean seven_json_fail_byte_order_mark (SevenJsonScanner *self);
gboolean seven_json_fail_token (SevenJsonScanner *self);
gboolean seven_json_fail_word (SevenJsonScanner *self, gsize length);
gboolean seven_json_fail_number (SevenJsonScanner *self, gsize length, const char *expected);
gboolean seven_json_fail_control (SevenJsonScanner *self, gsize quote, gsize offset);
gboolean seven_json_fail_escape (SevenJsonScanner *self, gsize offset);
gboolean seven_json_fail_open_string (SevenJsonScanner *self, gsize quote);

G_END_DECLS
