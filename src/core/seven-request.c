/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-request.h"

#include <string.h>

#define BEARER "Bearer "

struct _SevenRequest
{
  char *method;
  char *path;
  char *body; /* (nullable) */
  char *accept;
  char *auth_value;
  const char *auth_name;
};

/* Blanks as JavaScript's trim sees them, as far as a key can have them. */
static char *
trim_key (const char *api_key)
{
  return api_key != NULL ? g_strstrip (g_strdup (api_key)) : g_strdup ("");
}

/* Takes @path and @body. */
static SevenRequest *
request_new (const char *api_key, const char *method, char *path, char *body, const char *accept)
{
  SevenRequest *self = g_atomic_rc_box_new0 (SevenRequest);

  self->method = g_strdup (method);
  self->path = path;
  self->body = body;
  self->accept = g_strdup (accept);
  self->auth_value = trim_key (api_key);
  self->auth_name = g_str_has_prefix (self->auth_value, BEARER) ? "Authorization" : "X-Api-Key";
  return self;
}

static void
request_clear (gpointer data)
{
  SevenRequest *self = data;

  g_free (self->method);
  g_free (self->path);
  g_free (self->body);
  g_free (self->accept);
  g_free (self->auth_value);
}

static void
append_encoded (GString *form, const char *name, const char *value)
{
  g_autofree char *encoded = seven_form_encode (value);

  g_string_append_printf (form, "%s%s=%s", form->len > 0 ? "&" : "", name, encoded);
}

/**
 * seven_request_new_send:
 * @api_key: (nullable): the key; blanks at its ends are trimmed
 * @sender: (nullable): the sender; %NULL: the request has no `from` field at all
 * @text: the rendered text, UTF-8
 * @recipient_digits: one number, E.164 digits without `+`, as Logto hands it over
 *
 * Makes `POST /api/sms`. For the same sender, text and recipient its body is byte for byte what the published
 * connector sends: the fields from, json, text, to in this order, in the WHATWG form encoding.
 *
 * Returns: (transfer full): the request
 */
SevenRequest *
seven_request_new_send (
    const char *api_key, const char *sender, const char *text, const char *recipient_digits)
{
  g_autoptr (GString) form = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (recipient_digits != NULL, NULL);

  if (sender != NULL)
    append_encoded (form, "from", sender);
  append_encoded (form, "json", "1");
  append_encoded (form, "text", text);
  append_encoded (form, "to", recipient_digits);
  return request_new (
      api_key, "POST", g_strdup ("/api/sms"), g_string_free (g_steal_pointer (&form), FALSE), "*/*");
}

/**
 * seven_request_new_balance:
 * @api_key: (nullable): the key
 *
 * Makes `GET /api/balance`: is the key good, what is left. Free of charge.
 *
 * Returns: (transfer full): the request
 */
SevenRequest *
seven_request_new_balance (const char *api_key)
{
  return request_new (api_key, "GET", g_strdup ("/api/balance"), NULL, "application/json");
}

/**
 * seven_request_new_pricing:
 * @api_key: (nullable): the key
 * @country: ISO 3166-1 alpha-2 code, in either case
 *
 * Makes `GET /api/pricing`: the price of a part, per network of the country.
 *
 * Returns: (transfer full): the request
 */
SevenRequest *
seven_request_new_pricing (const char *api_key, const char *country)
{
  g_autofree char *lower = NULL;
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (country != NULL, NULL);

  lower = g_ascii_strdown (country, -1);
  encoded = seven_form_encode (lower);
  return request_new (api_key, "GET", g_strdup_printf ("/api/pricing?country=%s&format=json", encoded), NULL,
      "application/json");
}

/**
 * seven_request_new_journal:
 * @api_key: (nullable): the key
 * @id: the id of an SMS, from the reply that accepted it
 *
 * Makes `GET /api/journal/outbound`: the delivery report of one SMS.
 *
 * Returns: (transfer full): the request
 */
SevenRequest *
seven_request_new_journal (const char *api_key, const char *id)
{
  g_autofree char *encoded = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  encoded = seven_form_encode (id);
  return request_new (
      api_key, "GET", g_strdup_printf ("/api/journal/outbound?id=%s", encoded), NULL, "application/json");
}

/**
 * seven_request_new_journal_search:
 * @api_key: (nullable): the key
 * @recipient_digits: the recipient, E.164 digits without `+`
 * @first_day: the first day to look at, as in `2026-11-23`
 * @last_day: the last day to look at, the same or a later one
 *
 * Makes `GET /api/journal/outbound` for what went to a number on some days: the way to look for an SMS whose id never
 * arrived. At most 100 of them come, which is a page of seven's. The zone of its days is not documented: ask for the
 * days before and after, too.
 *
 * Returns: (transfer full): the request
 */
SevenRequest *
seven_request_new_journal_search (
    const char *api_key, const char *recipient_digits, const char *first_day, const char *last_day)
{
  g_autoptr (GString) query = g_string_new (NULL);

  g_return_val_if_fail (recipient_digits != NULL, NULL);
  g_return_val_if_fail (first_day != NULL, NULL);
  g_return_val_if_fail (last_day != NULL, NULL);

  append_encoded (query, "to", recipient_digits);
  append_encoded (query, "date_from", first_day);
  append_encoded (query, "date_to", last_day);
  append_encoded (query, "limit", "100");
  return request_new (
      api_key, "GET", g_strconcat ("/api/journal/outbound?", query->str, NULL), NULL, "application/json");
}

/**
 * seven_request_with_api_key:
 * @self: a request
 * @api_key: (nullable): another key
 *
 * Makes the same request with another key: this is how the sandbox never sees the real one.
 *
 * Returns: (transfer full): the new request
 */
SevenRequest *
seven_request_with_api_key (const SevenRequest *self, const char *api_key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return request_new (api_key, self->method, g_strdup (self->path), g_strdup (self->body), self->accept);
}

/**
 * seven_request_ref:
 * @self: a request
 *
 * Returns: (transfer full): @self
 */
SevenRequest *
seven_request_ref (SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * seven_request_unref:
 * @self: (transfer full): a request
 */
void
seven_request_unref (SevenRequest *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, request_clear);
}

/**
 * seven_request_get_method:
 * @self: a request
 *
 * Returns: `POST` or `GET`
 */
const char *
seven_request_get_method (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->method;
}

/**
 * seven_request_get_path:
 * @self: a request
 *
 * Returns: the path with its query, as in `/api/sms`; it follows the base URL
 */
const char *
seven_request_get_path (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * seven_request_get_body:
 * @self: a request
 *
 * Returns: (nullable): the form-encoded body, ASCII; %NULL for a `GET`
 */
const char *
seven_request_get_body (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body;
}

/**
 * seven_request_get_content_type:
 * @self: a request
 *
 * Returns: (nullable): the media type of the body as the connector names it; %NULL where there is no body
 */
const char *
seven_request_get_content_type (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->body != NULL ? "application/x-www-form-urlencoded;charset=UTF-8" : NULL;
}

/**
 * seven_request_get_accept:
 * @self: a request
 *
 * Tells what the header `Accept` says. For a send it is what the connector says, since it decides the shape of a
 * refusal.
 *
 * Returns: the media type
 */
const char *
seven_request_get_accept (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->accept;
}

/**
 * seven_request_get_auth_name:
 * @self: a request
 *
 * Returns: the header the key goes into: `X-Api-Key`, or `Authorization` for a key that begins with `Bearer `
 */
const char *
seven_request_get_auth_name (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->auth_name;
}

/**
 * seven_request_get_auth_value:
 * @self: a request
 *
 * Returns: the trimmed key, "" where there is none: for the wire alone
 */
const char *
seven_request_get_auth_value (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->auth_value;
}

/**
 * seven_request_get_key:
 * @self: a request
 *
 * Returns: the secret itself, without the `Bearer ` before it, "" where there is none: to mask it where it comes back
 */
const char *
seven_request_get_key (const SevenRequest *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->auth_value + (g_str_has_prefix (self->auth_value, BEARER) ? strlen (BEARER) : 0);
}

/**
 * seven_request_dup_masked:
 * @self: a request
 * @base_url: where it goes to, as in `https://gateway.seven.io`
 *
 * Writes the request out as it goes to the host, for people to read: lines end at LF, and the key is masked by a mark
 * of fixed length.
 *
 * Returns: (transfer full): the text
 */
char *
seven_request_dup_masked (const SevenRequest *self, const char *base_url)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *authority = NULL;
  const char *start, *prefix;
  gsize prefix_length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (base_url != NULL, NULL);

  start = strstr (base_url, "://");
  start = start != NULL ? start + 3 : base_url;
  prefix = start + strcspn (start, "/");
  authority = g_strndup (start, prefix - start);
  prefix_length = strlen (prefix);
  while (prefix_length > 0 && prefix[prefix_length - 1] == '/')
    prefix_length--;

  g_string_append_printf (
      text, "%s %.*s%s HTTP/1.1\n", self->method, (int) prefix_length, prefix, self->path);
  g_string_append_printf (text, "Host: %s\n", authority);
  g_string_append (text, "SentWith: " SEVEN_REQUEST_SENT_WITH "\n");
  g_string_append_printf (text, "%s: %s" SEVEN_REQUEST_MASK "\n", self->auth_name,
      g_str_has_prefix (self->auth_value, BEARER) ? BEARER : "");
  if (self->body != NULL)
    g_string_append_printf (text, "Content-Type: %s\nContent-Length: %" G_GSIZE_FORMAT "\n",
        seven_request_get_content_type (self), strlen (self->body));
  g_string_append_printf (text, "Accept: %s\nConnection: close\n\n", self->accept);
  if (self->body != NULL)
    g_string_append (text, self->body);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * seven_form_encode:
 * @value: a UTF-8 string
 *
 * Encodes one value as the URL standard's application/x-www-form-urlencoded serializer does: a space becomes `+`,
 * ASCII letters, digits and `*-._` stay, and every other byte becomes `%XX`.
 *
 * Returns: (transfer full): the encoded value, ASCII
 */
char *
seven_form_encode (const char *value)
{
  GString *encoded;

  g_return_val_if_fail (value != NULL, NULL);

  encoded = g_string_sized_new (strlen (value) + 16);
  for (const char *p = value; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p) || strchr ("*-._", *p) != NULL)
      g_string_append_c (encoded, *p);
    else if (*p == ' ')
      g_string_append_c (encoded, '+');
    else
      g_string_append_printf (encoded, "%%%02X", (guchar) *p);
  }
  return g_string_free (encoded, FALSE);
}
