/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * seven_data_read_table:
 * @name: a file of tab-separated values that core carries along: "calling-codes.tsv"
 *
 * Reads a table as it lies in `data/`. Comments (#) and the line with the columns' names are left out. Private to core.
 *
 * Returns: (transfer full) (element-type GStrv): the lines
 */
GPtrArray *seven_data_read_table (const char *name);

/**
 * seven_data_get_field:
 * @line: a line of a table
 * @column: from 0
 *
 * Returns: (transfer none): the field, "" where the line is shorter
 */
const char *seven_data_get_field (char *const *line, guint column);

G_END_DECLS
