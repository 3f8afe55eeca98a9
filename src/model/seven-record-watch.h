/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-delivery-watch.h"
#include "seven-document.h"
#include "seven-session.h"

G_BEGIN_DECLS

SevenDeliveryWatch *seven_record_watch_new (
    SevenSession *session, SevenRunRecord *record, SevenDocument *document, const char **obstacle);

G_END_DECLS
