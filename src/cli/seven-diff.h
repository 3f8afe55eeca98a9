/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *seven_diff_unified (const char *name, const char *before, const char *after);

G_END_DECLS
