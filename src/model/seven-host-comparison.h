/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-document.h"
#include "seven-fact.h"
#include "seven-session.h"

G_BEGIN_DECLS

/**
 * SevenHostComparison:
 *
 * What seven's two hosts say of the document's key: the connector's client library calls the old one, everybody else the
 * new one, so that a test over one of them does not prove the other. Both are asked for the balance, at once and free of
 * charge. What came of it is gone as soon as the key is another.
 *
 * Properties: document (SevenDocument), session (SevenSession; both construct-only: the gateways “seven” and “old” are
 * compared). Read-only: ready (boolean), obstacle (string: what is missing, "" where nothing is), busy (boolean), differs
 * (boolean: compared, and not both accept the key alike), alike (boolean: compared, and both do), words (string: what
 * will happen, happens or came out), new-answer, old-answer (SevenFact, nullable: the host and what it said).
 */
#define SEVEN_TYPE_HOST_COMPARISON (seven_host_comparison_get_type ())
G_DECLARE_FINAL_TYPE (SevenHostComparison, seven_host_comparison, SEVEN, HOST_COMPARISON, GObject)

SevenHostComparison *seven_host_comparison_new (SevenDocument *document, SevenSession *session);
void seven_host_comparison_run (SevenHostComparison *self);
void seven_host_comparison_stop (SevenHostComparison *self);

G_END_DECLS
