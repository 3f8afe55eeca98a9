/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-state-store.h"

G_BEGIN_DECLS

/* Of so many documents the state is kept; that of the one changed longest ago goes first. */
#define SEVEN_STATE_FILE_MAX_DOCUMENTS 500

/**
 * SevenStateFile:
 *
 * The state of documents in one key file of this computer. A document has the same state whatever symbolic links lead
 * to it. All of it happens in one thread of its own, in the order asked; the end of the object waits for that thread.
 */
#define SEVEN_TYPE_STATE_FILE (seven_state_file_get_type ())
G_DECLARE_FINAL_TYPE (SevenStateFile, seven_state_file, SEVEN, STATE_FILE, GObject)

SevenStateFile *seven_state_file_new (const char *state_folder);

G_END_DECLS
