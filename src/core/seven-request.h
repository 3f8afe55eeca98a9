/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SevenRequest:
 *
 * One call of seven's HTTP interface, without a network. Immutable, reference counted (atomic). The key is part of it
 * and leaves it only for the wire.
 */
typedef struct _SevenRequest SevenRequest;

SevenRequest *seven_request_new_send (
    const char *api_key, const char *sender, const char *text, const char *recipient_digits);
SevenRequest *seven_request_new_balance (const char *api_key);
SevenRequest *seven_request_new_pricing (const char *api_key, const char *country);
SevenRequest *seven_request_new_journal (const char *api_key, const char *id);
SevenRequest *seven_request_new_journal_search (
    const char *api_key, const char *recipient_digits, const char *first_day, const char *last_day);
SevenRequest *seven_request_with_api_key (const SevenRequest *self, const char *api_key);
SevenRequest *seven_request_ref (SevenRequest *self);
void seven_request_unref (SevenRequest *self);

const char *seven_request_get_method (const SevenRequest *self);
const char *seven_request_get_path (const SevenRequest *self);
const char *seven_request_get_body (const SevenRequest *self);
const char *seven_request_get_content_type (const SevenRequest *self);
const char *seven_request_get_accept (const SevenRequest *self);
const char *seven_request_get_auth_name (const SevenRequest *self);
const char *seven_request_get_auth_value (const SevenRequest *self);
const char *seven_request_get_key (const SevenRequest *self);
char *seven_request_dup_masked (const SevenRequest *self, const char *base_url);

/* What the program calls itself to seven: the header SentWith. */
#define SEVEN_REQUEST_SENT_WITH "SevenConsole"

/* What stands in the place of the key wherever people read. */
#define SEVEN_REQUEST_MASK "••••"

char *seven_form_encode (const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenRequest, seven_request_unref)

G_END_DECLS
