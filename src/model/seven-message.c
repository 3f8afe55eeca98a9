/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-message.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-autofill.h"
#include "seven-render.h"
#include "seven-words.h"

#define PLACEHOLDER "{{code}}"

/* What the published connector puts on the wire where the config has no sender. */
#define SENDER_UNDEFINED "undefined"

struct _SevenMessage
{
  GObject parent_instance;

  guint template_index;
  char *title;
  char *sender; /* as the phone shows it */
  gboolean sender_undefined;
  char *content;
  char *code;
  SevenSmsText *sms_text;
  GArray *marks; /* (nullable): made when asked for */
};

G_DEFINE_FINAL_TYPE (SevenMessage, seven_message, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_AUTOFILL,
  PROP_AUTOFILL_WARNING,
  PROP_DESCRIPTION,
  PROP_DETAILS,
  PROP_PARTS,
  PROP_SENDER,
  PROP_SENDER_UNDEFINED,
  PROP_TEMPLATE,
  PROP_TEXT,
  PROP_TITLE,
  PROP_WARNING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
dup_description (SevenMessage *self)
{
  g_autofree char *details = seven_message_dup_details (self);

  if (*self->sender == '\0')
    return g_strdup_printf (
        /* Translators: what a screen reader says of a message without a sender: usage type, text, size. */
        _ ("%s, without a sender: %s. %s"), self->title, seven_message_get_text (self), details);

  return g_strdup_printf (
      /* Translators: what a screen reader says of a message: usage type, sender, text, size. */
      _ ("%s, from %s: %s. %s"), self->title, self->sender, seven_message_get_text (self), details);
}

/* What reads the code is an app that the text is for. (nullable) */
static char *
dup_app_autofill (SevenMessage *self, gboolean *warning)
{
  const char *text = seven_message_get_text (self);
  gsize length = strlen (text);
  g_autofree char *hash = NULL;
  SevenRange range;

  if (strstr (self->content, PLACEHOLDER) == NULL || !seven_autofill_find_app_hash (text, length, &range))
    return NULL;
  hash = g_strndup (text + range.start, range.end - range.start);
  *warning = length > SEVEN_AUTOFILL_MAX_BYTES;
  if (*warning)
    return g_strdup_printf (
        /* Translators: %s is the hash that names an app; the text’s size, and the most that it may have. */
        _ ("The Android app with the hash %s may not read it: %u bytes, and only %u are sure to work"), hash,
        (guint) length, (guint) SEVEN_AUTOFILL_MAX_BYTES);

  /* Translators: %s is the hash that names an app, as in “FA+9qCX9VSu”. */
  return g_strdup_printf (_ ("Read by the Android app with the hash %s"), hash);
}

/* (transfer full): "" where the code is to be typed */
static char *
dup_autofill (SevenMessage *self, gboolean *warning)
{
  g_auto (SevenAutofill) autofill = { 0 };
  char *words;

  *warning = FALSE;
  seven_autofill_inspect (self->content, strlen (self->content), &autofill);
  if (autofill.kind == SEVEN_AUTOFILL_EXACT)
    /* Translators: the code of a text message; %s is a site, as in “acme.example”. */
    return g_strdup_printf (_ ("Fills in by itself on iPhone and in Chrome for %s"), autofill.host);
  words = dup_app_autofill (self, warning);

  return words != NULL ? words : g_strdup ("");
}

static void
get_autofill (SevenMessage *self, guint property_id, GValue *value)
{
  gboolean warning;
  g_autofree char *words = dup_autofill (self, &warning);

  if (property_id == PROP_AUTOFILL)
    g_value_take_string (value, g_steal_pointer (&words));
  else
    g_value_set_boolean (value, warning);
}

static void
seven_message_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenMessage *self = SEVEN_MESSAGE (object);

  switch (property_id) {
  case PROP_AUTOFILL:
  case PROP_AUTOFILL_WARNING:
    get_autofill (self, property_id, value);
    break;
  case PROP_DESCRIPTION:
    g_value_take_string (value, dup_description (self));
    break;
  case PROP_DETAILS:
    g_value_take_string (value, seven_message_dup_details (self));
    break;
  case PROP_PARTS:
    g_value_set_uint (value, seven_sms_text_get_n_parts (self->sms_text));
    break;
  case PROP_SENDER:
    g_value_set_string (value, self->sender);
    break;
  case PROP_SENDER_UNDEFINED:
    g_value_set_boolean (value, self->sender_undefined);
    break;
  case PROP_TEMPLATE:
    g_value_set_uint (value, self->template_index);
    break;
  case PROP_TEXT:
    g_value_set_string (value, seven_message_get_text (self));
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_WARNING:
    g_value_set_boolean (value, seven_message_get_warning (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_message_finalize (GObject *object)
{
  SevenMessage *self = SEVEN_MESSAGE (object);

  g_free (self->title);
  g_free (self->sender);
  g_free (self->content);
  g_free (self->code);
  g_clear_pointer (&self->sms_text, seven_sms_text_free);
  g_clear_pointer (&self->marks, g_array_unref);

  G_OBJECT_CLASS (seven_message_parent_class)->finalize (object);
}

static void
seven_message_class_init (SevenMessageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = seven_message_finalize;
  object_class->get_property = seven_message_get_property;

  props[PROP_AUTOFILL] = g_param_spec_string ("autofill", NULL, NULL, NULL, flags);
  props[PROP_AUTOFILL_WARNING] = g_param_spec_boolean ("autofill-warning", NULL, NULL, FALSE, flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_PARTS] = g_param_spec_uint ("parts", NULL, NULL, 1, G_MAXUINT, 1, flags);
  props[PROP_SENDER] = g_param_spec_string ("sender", NULL, NULL, NULL, flags);
  props[PROP_SENDER_UNDEFINED] = g_param_spec_boolean ("sender-undefined", NULL, NULL, FALSE, flags);
  props[PROP_TEMPLATE] = g_param_spec_uint ("template", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_WARNING] = g_param_spec_boolean ("warning", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_message_init (SevenMessage *self)
{
}

static void
mark_clear (SevenMark *mark)
{
  g_free (mark->label);
}

static void
add_mark (SevenMessage *self, SevenMarkKind kind, gsize start, gsize end, char *label)
{
  SevenMark mark = { kind, { start, end }, label };

  g_array_append_val (self->marks, mark);
}

static void
add_codes (SevenMessage *self)
{
  gsize length = strlen (self->code);
  gsize shift = 0; /* bytes by which the rendered text has shrunk so far */
  const char *place = length > 0 ? strstr (self->content, PLACEHOLDER) : NULL;

  while (place != NULL) {
    gsize start = (gsize) (place - self->content) - shift;

    add_mark (self, SEVEN_MARK_CODE, start, start + length, NULL);
    shift += strlen (PLACEHOLDER) - length;
    place = strstr (place + strlen (PLACEHOLDER), PLACEHOLDER);
  }
}

static void
add_offenders (SevenMessage *self)
{
  for (guint i = 0; i < seven_sms_text_get_n_offenders (self->sms_text); i++) {
    const SevenOffender *offender = seven_sms_text_get_offender (self->sms_text, i);

    add_mark (self, SEVEN_MARK_OFFENDER, offender->range.start, offender->range.end,
        seven_words_offender (offender));
  }
}

static void
add_part_ends (SevenMessage *self)
{
  for (guint i = 1; i < seven_sms_text_get_n_parts (self->sms_text); i++) {
    gsize end = seven_sms_text_get_part (self->sms_text, i).start;

    /* Translators: of an SMS that is sent in several parts. */
    add_mark (self, SEVEN_MARK_PART_END, end, end, g_strdup_printf (_ ("Part %u"), i + 1));
  }
}

static int
compare_marks (gconstpointer first, gconstpointer second)
{
  const SevenMark *a = first;
  const SevenMark *b = second;

  if (a->range.start != b->range.start)
    return a->range.start < b->range.start ? -1 : 1;
  if (a->range.end != b->range.end)
    return a->range.end < b->range.end ? -1 : 1;

  return (int) a->kind - (int) b->kind;
}

static GArray *
ensure_marks (SevenMessage *self)
{
  if (self->marks != NULL)
    return self->marks;

  self->marks = g_array_new (FALSE, FALSE, sizeof (SevenMark));
  g_array_set_clear_func (self->marks, (GDestroyNotify) mark_clear);
  add_codes (self);
  add_offenders (self);
  add_part_ends (self);
  g_array_sort (self->marks, compare_marks);

  return self->marks;
}

/**
 * seven_message_new:
 * @template_index: place of the template, from 0
 * @title: (nullable): its usage type
 * @sender: (nullable): the config's sender; %NULL: it has none, and the published connector sends "undefined"
 * @content: its text, with {{code}}
 * @code: what takes the place of {{code}}
 *
 * Returns: (transfer full): the message that people get
 */
SevenMessage *
seven_message_new (
    guint template_index, const char *title, const char *sender, const char *content, const char *code)
{
  g_autofree char *text = NULL;
  SevenMessage *self;

  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_MESSAGE, NULL);
  text = seven_render (content, code);
  self->template_index = template_index;
  self->title = g_strdup (title != NULL ? title : "");
  self->sender = g_strdup (sender != NULL ? sender : SENDER_UNDEFINED);
  self->sender_undefined = sender == NULL || *sender == '\0';
  self->content = g_strdup (content);
  self->code = g_strdup (code);
  self->sms_text = seven_sms_text_new (text);

  return self;
}

/**
 * seven_message_get_text:
 * @self: a message
 *
 * Returns: (transfer none): the rendered text
 */
const char *
seven_message_get_text (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);

  return seven_sms_text_get_text (self->sms_text);
}

/**
 * seven_message_get_content:
 * @self: a message
 *
 * Returns: (transfer none): the text before it was rendered, with {{code}}
 */
const char *
seven_message_get_content (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);

  return self->content;
}

/**
 * seven_message_get_title:
 * @self: a message
 *
 * Returns: (transfer none): the usage type it belongs to
 */
const char *
seven_message_get_title (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);

  return self->title;
}

/**
 * seven_message_get_sender:
 * @self: a message
 *
 * Returns: (transfer none): the sender as the phone shows it
 */
const char *
seven_message_get_sender (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);

  return self->sender;
}

/**
 * seven_message_get_n_marks:
 * @self: a message
 *
 * Returns: how many places are special
 */
guint
seven_message_get_n_marks (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), 0);

  return ensure_marks (self)->len;
}

/**
 * seven_message_get_mark:
 * @self: a message
 * @index: which place, in their order, from 0
 *
 * Returns: (transfer none): the place
 */
const SevenMark *
seven_message_get_mark (SevenMessage *self, guint index)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);
  g_return_val_if_fail (index < ensure_marks (self)->len, NULL);

  return &g_array_index (self->marks, SevenMark, index);
}

/**
 * seven_message_get_sms_text:
 * @self: a message
 *
 * Returns: (transfer none): the text with its encoding and parts
 */
const SevenSmsText *
seven_message_get_sms_text (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);

  return self->sms_text;
}

/**
 * seven_message_get_warning:
 * @self: a message
 *
 * Returns: whether it costs more than it need: several parts, or Unicode
 */
gboolean
seven_message_get_warning (SevenMessage *self)
{
  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), FALSE);

  return seven_sms_text_get_n_parts (self->sms_text) > 1 ||
      seven_sms_text_get_encoding (self->sms_text) != SEVEN_ENCODING_GSM;
}

/**
 * seven_message_dup_details:
 * @self: a message
 *
 * Returns: (transfer full): “33 of 160 · GSM-7 · 1 part”
 */
char *
seven_message_dup_details (SevenMessage *self)
{
  g_autofree char *parts = NULL;

  g_return_val_if_fail (SEVEN_IS_MESSAGE (self), NULL);

  parts = seven_words_parts (seven_sms_text_get_n_parts (self->sms_text));

  /* Translators: size of a text: units used, units that its parts hold, encoding, number of parts. */
  return g_strdup_printf (_ ("%u of %u · %s · %s"), seven_sms_text_get_units (self->sms_text),
      seven_sms_text_get_capacity (self->sms_text),
      seven_encoding_get_label (seven_sms_text_get_encoding (self->sms_text)), parts);
}
