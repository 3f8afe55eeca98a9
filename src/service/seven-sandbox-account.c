/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-sandbox-account.h"
#include "seven-sandbox-message.h"
#include "seven-json.h"
#include "seven-phone.h"
#include "seven-sender.h"

#define MAX_TEXT 1520 /* UTF-16 code units */
#define MAX_JOURNAL 100 /* a page of seven's, and all we remember */
#define FIRST_ID G_GINT64_CONSTANT (77000000001)
#define HTML \
  "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\n" \
  "<body><h1>502 Bad Gateway</h1></body></html>\n"

struct _SevenSandboxAccount
{
  gint64 balance; /* thousandths of a euro */
  gint64 next_id;
  GPtrArray *messages; /* of SevenSandboxMessage, accepted ones, oldest first */
};

/* What the last three digits of a recipient bring about; every other number: accepted, later DELIVERED. */
typedef enum
{
  ENDING_ACCEPTED,
  ENDING_BARE,
  ENDING_TOP_LEVEL,
  ENDING_MESSAGE,
  ENDING_DROP,
  ENDING_HTML,
  ENDING_EMPTY,
  ENDING_HANG,
  ENDING_CUT,
  ENDING_LATE,
  ENDING_UNDELIVERABLE,
} Ending;

static const struct
{
  int digits;
  Ending ending;
  int code;
} endings[] = {
  { 101, ENDING_TOP_LEVEL, 101 },
  { 201, ENDING_MESSAGE, 201 },
  { 202, ENDING_MESSAGE, 202 },
  { 301, ENDING_MESSAGE, 301 },
  { 305, ENDING_BARE, 305 },
  { 308, ENDING_BARE, 308 },
  { 401, ENDING_BARE, 401 },
  { 402, ENDING_BARE, 402 },
  { 403, ENDING_BARE, 403 },
  { 500, ENDING_BARE, 500 },
  { 600, ENDING_BARE, 600 },
  { 603, ENDING_BARE, 603 },
  { 700, ENDING_BARE, 700 },
  { 900, ENDING_BARE, 900 },
  { 901, ENDING_BARE, 901 },
  { 902, ENDING_BARE, 902 },
  { 903, ENDING_BARE, 903 },
  { 990, ENDING_DROP, 0 },
  { 991, ENDING_HTML, 0 },
  { 992, ENDING_EMPTY, 0 },
  { 993, ENDING_HANG, 0 },
  { 994, ENDING_CUT, 0 },
  { 995, ENDING_MESSAGE, 202 },
  { 996, ENDING_LATE, 0 },
  { 997, ENDING_UNDELIVERABLE, 0 },
};

SevenSandboxAccount *
seven_sandbox_account_new (void)
{
  SevenSandboxAccount *self = g_new0 (SevenSandboxAccount, 1);

  self->balance = SEVEN_SANDBOX_BALANCE;
  self->next_id = FIRST_ID;
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) seven_sandbox_message_free);
  return self;
}

void
seven_sandbox_account_free (SevenSandboxAccount *self)
{
  g_ptr_array_unref (self->messages);
  g_free (self);
}

static const char *
lookup (GHashTable *form, const char *name)
{
  return form != NULL ? g_hash_table_lookup (form, name) : NULL;
}

/* Takes @body. */
static void
answer_text (SevenSandboxAnswer *answer, guint status, const char *type, char *body)
{
  answer->action = SEVEN_SANDBOX_REPLY;
  answer->status = status;
  answer->type = type;
  answer->body = body;
}

/* The same as JSON. */
static void
answer_json (SevenSandboxAnswer *answer, JsonBuilder *builder)
{
  g_autoptr (JsonNode) node = json_builder_get_root (builder);

  answer_text (answer, 200, "application/json", seven_json_print (node));
}

void
seven_sandbox_answer_code (SevenSandboxAnswer *answer, int code, gboolean wants_json)
{
  answer_text (answer, 200, wants_json ? "application/json" : "text/plain",
      g_strdup_printf (wants_json ? "\"%d\"" : "%d", code));
}

/* The bare code that refuses the request as such; 0: none does. Order as a request is looked at. */
static int
find_fault (GHashTable *form)
{
  static const char *const known[] = { "debug", "delay", "details", "flash", "foreign_id", "from", "json",
    "label", "no_reload", "performance_tracking", "return_msg_id", "text", "to", "ttl", "type", "udh",
    "unicode", "utf8", NULL };
  const char *text = lookup (form, "text");
  GHashTableIter iter;
  gpointer name;

  if (form != NULL) {
    g_hash_table_iter_init (&iter, form);
    while (g_hash_table_iter_next (&iter, &name, NULL)) {
      if (!g_strv_contains (known, name))
        return 308;
    }
  }
  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    return 305;
  return 0;
}

static gboolean
is_sender (const char *sender)
{
  SevenSender found;

  if (*sender == '\0')
    return TRUE;
  if (!g_utf8_validate (sender, -1, NULL))
    return FALSE;
  found = seven_sender_inspect (sender);
  return !found.blank && !found.too_long && !found.refused;
}

/* seven takes bare digits for a number in international form. */
static SevenPhone *
parse_recipient (const char *to)
{
  g_autofree char *text = g_strconcat (g_ascii_isdigit (*to) && *to != '0' ? "+" : "", to, NULL);

  return g_utf8_validate (text, -1, NULL) ? seven_phone_parse (text, NULL) : NULL;
}

/* The error of the message alone; 0: none. */
static int
find_message_error (const char *sender, const char *to, const SevenPhone *phone)
{
  if (to == NULL || *to == '\0')
    return 301;
  if (phone == NULL)
    return 202;
  return is_sender (sender) ? 0 : 201;
}

static Ending
find_ending (const SevenPhone *phone, int *code)
{
  const char *digits = seven_phone_get_digits (phone);
  int last = (int) g_ascii_strtoll (digits + strlen (digits) - 3, NULL, 10);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
    if (endings[i].digits == last) {
      *code = endings[i].code;
      return endings[i].ending;
    }
  }
  *code = 0;
  return ENDING_ACCEPTED;
}

static void
answer_message (SevenSandboxAccount *self, SevenSandboxAnswer *answer, const char *success,
    const SevenSandboxMessage *message)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "success");
  json_builder_add_string_value (builder, success);
  json_builder_set_member_name (builder, "total_price");
  json_builder_add_double_value (builder, (double) seven_sandbox_message_get_price (message) / 1000.0);
  json_builder_set_member_name (builder, "balance");
  json_builder_add_double_value (builder, (double) self->balance / 1000.0);
  json_builder_set_member_name (builder, "debug");
  json_builder_add_string_value (builder, "false");
  json_builder_set_member_name (builder, "sms_type");
  json_builder_add_string_value (builder, "direct");
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  seven_sandbox_message_add_to_reply (message, builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  answer_json (answer, builder);
}

/* Books the message and remembers it for the journal. Takes @message. */
static void
accept_message (SevenSandboxAccount *self, SevenSandboxMessage *message, gboolean wants_object, Ending ending,
    SevenSandboxAnswer *answer)
{
  message->id = g_strdup_printf ("%" G_GINT64_FORMAT, self->next_id++);
  message->undeliverable = ending == ENDING_UNDELIVERABLE;
  self->balance -= seven_sandbox_message_get_price (message);
  if (self->messages->len == MAX_JOURNAL)
    g_ptr_array_remove_index (self->messages, 0);
  g_ptr_array_add (self->messages, message);

  if (ending == ENDING_DROP) {
    answer->action = SEVEN_SANDBOX_DROP;
    return;
  }
  if (wants_object)
    answer_message (self, answer, "100", message);
  else
    answer_text (answer, 200, "text/plain", g_strdup_printf ("100\n%s", message->id));
  if (ending == ENDING_LATE)
    answer->action = SEVEN_SANDBOX_REPLY_LATE;
  if (ending == ENDING_CUT)
    answer->body[strlen (answer->body) / 2] = '\0';
}

/* Endings under which nothing is accepted. */
static void
refuse_message (SevenSandboxAccount *self, SevenSandboxMessage *message, gboolean wants_json, Ending ending,
    int code, SevenSandboxAnswer *answer)
{
  switch (ending) {
  case ENDING_TOP_LEVEL:
    message->error = 202;
    answer_message (self, answer, "101", message);
    break;
  case ENDING_MESSAGE:
    message->error = code;
    answer_message (self, answer, "100", message);
    break;
  case ENDING_HANG:
    answer->action = SEVEN_SANDBOX_HANG;
    break;
  case ENDING_HTML:
    answer_text (answer, 502, "text/html", g_strdup (HTML));
    break;
  case ENDING_EMPTY:
    answer_text (answer, 200, "text/plain", g_strdup (""));
    break;
  case ENDING_BARE:
  case ENDING_ACCEPTED:
  case ENDING_CUT:
  case ENDING_DROP:
  case ENDING_LATE:
  case ENDING_UNDELIVERABLE:
  default:
    seven_sandbox_answer_code (answer, code, wants_json);
    break;
  }
}

/* Of a connection that is dropped the SMS is on its way, too: so it can be looked up. */
static gboolean
is_accepting (Ending ending)
{
  return ending == ENDING_ACCEPTED || ending == ENDING_CUT || ending == ENDING_DROP ||
      ending == ENDING_LATE || ending == ENDING_UNDELIVERABLE;
}

static gboolean
is_too_long (const char *text)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (text);

  return seven_sms_text_get_utf16_units (sms) > MAX_TEXT;
}

void
seven_sandbox_account_send (
    SevenSandboxAccount *self, GHashTable *form, gboolean wants_json, SevenSandboxAnswer *answer)
{
  const char *to = lookup (form, "to");
  const char *sender = lookup (form, "from") != NULL ? lookup (form, "from") : "";
  g_autoptr (SevenPhone) phone = to != NULL ? parse_recipient (to) : NULL;
  g_autoptr (SevenSandboxMessage) message = NULL;
  Ending ending = ENDING_BARE;
  int code = find_fault (form);

  if (code == 0 && is_too_long (lookup (form, "text")))
    code = 401;
  if (code != 0) {
    seven_sandbox_answer_code (answer, code, wants_json);
    return;
  }
  message = seven_sandbox_message_new (g_utf8_validate (sender, -1, NULL) ? sender : "",
      phone != NULL ? seven_phone_get_digits (phone) : NULL, lookup (form, "text"));
  code = find_message_error (sender, to, phone);
  if (code != 0)
    ending = ENDING_MESSAGE;
  else
    ending = find_ending (phone, &code);
  if (is_accepting (ending) && self->balance < (gint64) message->parts * SEVEN_SANDBOX_PART_PRICE) {
    ending = ENDING_BARE;
    code = 500;
  }
  if (is_accepting (ending))
    accept_message (
        self, g_steal_pointer (&message), g_strcmp0 (lookup (form, "json"), "1") == 0, ending, answer);
  else
    refuse_message (self, message, wants_json, ending, code, answer);
}

void
seven_sandbox_account_balance (SevenSandboxAccount *self, gboolean wants_json, SevenSandboxAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!wants_json) {
    answer_text (answer, 200, "text/plain",
        g_strdup_printf ("%d.%03d", (int) (self->balance / 1000), (int) (self->balance % 1000)));
    return;
  }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "amount");
  json_builder_add_double_value (builder, (double) self->balance / 1000.0);
  json_builder_set_member_name (builder, "currency");
  json_builder_add_string_value (builder, "EUR");
  json_builder_end_object (builder);
  answer_json (answer, builder);
}

/* A number from @least to @most; @otherwise where there is none. */
static guint
read_count (GHashTable *query, const char *name, guint least, guint most, guint otherwise)
{
  const char *value = lookup (query, name);
  guint64 number = 0;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, least, most, &number, NULL))
    return otherwise;
  return (guint) number;
}

/* The newest first. */
void
seven_sandbox_account_journal (SevenSandboxAccount *self, GHashTable *query, SevenSandboxAnswer *answer)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint limit = read_count (query, "limit", 1, MAX_JOURNAL, MAX_JOURNAL);
  guint offset = read_count (query, "offset", 0, G_MAXUINT, 0);

  json_builder_begin_array (builder);
  for (guint i = self->messages->len; i > 0 && limit > 0; i--) {
    const SevenSandboxMessage *message = g_ptr_array_index (self->messages, i - 1);

    if (!seven_sandbox_message_matches (message, query))
      continue;
    if (offset > 0) {
      offset--;
      continue;
    }
    seven_sandbox_message_add_to_journal (message, builder);
    limit--;
  }
  json_builder_end_array (builder);
  answer_json (answer, builder);
}
