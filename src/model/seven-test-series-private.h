/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-shown.h"
#include "seven-test-series.h"

G_BEGIN_DECLS

struct _SevenTestSeries
{
  GObject parent_instance;

  SevenSession *session;
  SevenGatewayChoice *gateway;
  char *api_key;
  SevenPhone *phone;
  char *document_title;
  char *sender_objection; /* what the country does to the sender; "": nothing that has to be said */
  GListStore *items; /* of SevenSeriesItem */
  gint64 started; /* microseconds since 1970; 0: not yet */
  guint next; /* the item whose turn it is */
  GCancellable *cancellable; /* (nullable): set while running */
  gboolean stopping; /* by the person */
  gboolean done;
  char *stop_reason; /* (nullable) */
  SevenShown *shown;
};

/* What the items came to. */
typedef struct
{
  guint n_states[SEVEN_STATE_FAILED + 1];
  guint n_skipped;
  guint n_not_sent; /* or not yet */
  guint predicted_parts; /* of those that can be sent */
  guint billed_parts;
  double price; /* of those that say one */
  guint n_unpriced; /* went, or may have, without one */
} SevenSeriesTotals;

/* seven-test-series-words.c */
SevenSeriesTotals seven_test_series_count (SevenTestSeries *self);
char *seven_test_series_dup_destination (SevenTestSeries *self);
char *seven_test_series_dup_question_title (SevenTestSeries *self);
char *seven_test_series_dup_question (SevenTestSeries *self);
char *seven_test_series_dup_progress (SevenTestSeries *self);
char *seven_test_series_dup_summary (SevenTestSeries *self);
const char *seven_test_series_get_stop_hint (SevenTestSeries *self);
/* Why no further template is sent after this outcome; NULL: they are. */
char *seven_test_series_dup_stop_reason (SevenSeriesItem *item, const SevenOutcome *outcome);

G_END_DECLS
