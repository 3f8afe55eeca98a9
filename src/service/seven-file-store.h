/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-text.h"

G_BEGIN_DECLS

/**
 * SevenFileStore:
 *
 * The store of documents over files of this computer. A file is saved beside and renamed, flushed to the disk: at
 * every moment there is the old one or the new one, whole.
 */
#define SEVEN_TYPE_FILE_STORE (seven_file_store_get_type ())
G_DECLARE_FINAL_TYPE (SevenFileStore, seven_file_store, SEVEN, FILE_STORE, GObject)

SevenFileStore *seven_file_store_new (void);

G_END_DECLS
