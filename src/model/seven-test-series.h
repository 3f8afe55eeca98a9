/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-series-item.h"

G_BEGIN_DECLS

/**
 * SevenTestSeries:
 *
 * A test of every template of a document, one after another, each with a code of its own: what is sent is set when the
 * series is made, whatever the document says afterwards. Nothing is repeated. It stops by itself where every further
 * template would meet the same refusal, and where it is not known what became of one.
 *
 * Properties (read-only): items (GListModel of SevenSeriesItem, one for each template), live (boolean: it sends real
 * SMS), destination (string: gateway, masked number, country), question-title, question-body (strings: what is asked
 * before a live one), n-total (uint: how many can be sent), n-done (uint: how many were), fraction (double: of those),
 * running, done (booleans), progress (string: "2 of 8 sent"), stop-hint (string: what stopping means, "" unless
 * running), stop-reason (string: why it ended early, "" where it did not), summary (string: how many were accepted,
 * refused …, parts and price; "" before).
 */
#define SEVEN_TYPE_TEST_SERIES (seven_test_series_get_type ())
G_DECLARE_FINAL_TYPE (SevenTestSeries, seven_test_series, SEVEN, TEST_SERIES, GObject)

SevenTestSeries *seven_test_series_new (SevenSession *session, SevenDocument *document,
    SevenGatewayChoice *gateway, const char *api_key, const SevenPhone *phone);
GListModel *seven_test_series_get_items (SevenTestSeries *self);
guint seven_test_series_get_n_total (SevenTestSeries *self);
gboolean seven_test_series_is_live (SevenTestSeries *self);
gboolean seven_test_series_is_running (SevenTestSeries *self);
void seven_test_series_start (SevenTestSeries *self);
void seven_test_series_stop (SevenTestSeries *self);
char *seven_test_series_dup_text (SevenTestSeries *self);
char *seven_test_series_dup_json (SevenTestSeries *self);

G_END_DECLS
