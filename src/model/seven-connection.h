/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-host-comparison.h"
#include "seven-key-check.h"
#include "seven-key-keeper.h"

G_BEGIN_DECLS

/**
 * SevenConnection:
 *
 * What there is to do about a document's way to seven, beside writing it.
 *
 * Properties: document (SevenDocument), session (SevenSession; both construct-only), check (SevenKeyCheck), comparison
 * (SevenHostComparison), keeper (SevenKeyKeeper).
 */
#define SEVEN_TYPE_CONNECTION (seven_connection_get_type ())
G_DECLARE_FINAL_TYPE (SevenConnection, seven_connection, SEVEN, CONNECTION, GObject)

SevenConnection *seven_connection_new (SevenDocument *document, SevenSession *session);
SevenDocument *seven_connection_get_document (SevenConnection *self);
SevenKeyCheck *seven_connection_get_check (SevenConnection *self);
SevenHostComparison *seven_connection_get_comparison (SevenConnection *self);
SevenKeyKeeper *seven_connection_get_keeper (SevenConnection *self);
void seven_connection_stop (SevenConnection *self);

G_END_DECLS
