/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-preview.h"

#include "seven-message-list.h"
#include "seven-render.h"
#include "seven-sender-advice.h"

struct _SevenPreview
{
  GObject parent_instance;

  SevenDocument *document;
  char *code;
  SevenMessageList *messages;
  GListStore *flows;
  SevenDestinationChoice *any_country;
  SevenDestinationChoice *destination;
  GListStore *destinations; /* (nullable): made when asked for */
  char *sender_advice;
  gboolean sender_warning;
  gboolean empty;
};

G_DEFINE_FINAL_TYPE (SevenPreview, seven_preview, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CODE,
  PROP_COUNTRY,
  PROP_COVERAGE,
  PROP_DESTINATION,
  PROP_DESTINATIONS,
  PROP_DOCUMENT,
  PROP_EMPTY,
  PROP_FLOWS,
  PROP_MESSAGES,
  PROP_SENDER_ADVICE,
  PROP_SENDER_WARNING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_advice (SevenPreview *self)
{
  const SevenDestination *destination = seven_destination_choice_get_destination (self->destination);
  SevenConfig *config = seven_document_get_config (self->document);
  g_autofree char *advice = seven_sender_advice_dup (destination, config);
  gboolean warning = seven_sender_advice_is_warning (destination, config);

  g_object_freeze_notify (G_OBJECT (self));
  if (!g_str_equal (self->sender_advice, advice)) {
    g_clear_pointer (&self->sender_advice, g_free);
    self->sender_advice = g_steal_pointer (&advice);
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SENDER_ADVICE]);
  }
  if (self->sender_warning != warning) {
    self->sender_warning = warning;
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SENDER_WARNING]);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

static GListModel *
ensure_destinations (SevenPreview *self)
{
  g_autoptr (GPtrArray) list = NULL;

  if (self->destinations != NULL)
    return G_LIST_MODEL (self->destinations);
  self->destinations = g_list_store_new (SEVEN_TYPE_DESTINATION_CHOICE);
  g_list_store_append (self->destinations, self->any_country);
  list = seven_destination_list ();
  for (guint i = 0; i < list->len; i++) {
    g_autoptr (SevenDestinationChoice) choice = seven_destination_choice_new (g_ptr_array_index (list, i));

    g_list_store_append (self->destinations, choice);
  }
  return G_LIST_MODEL (self->destinations);
}

static void
set_destination (SevenPreview *self, SevenDestinationChoice *destination)
{
  if (destination == NULL)
    destination = self->any_country;
  if (!g_set_object (&self->destination, destination))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  update_advice (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESTINATION]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNTRY]);
  g_object_thaw_notify (G_OBJECT (self));
}

static const char *
get_country (SevenDestinationChoice *choice)
{
  const SevenDestination *destination = seven_destination_choice_get_destination (choice);

  return destination != NULL ? seven_destination_get_country (destination) : "";
}

/* A country that nobody knows is any country: it may come from another version of this program. */
static void
set_country (SevenPreview *self, const char *country)
{
  g_autoptr (SevenDestinationChoice) choice = NULL;
  GListModel *destinations;

  if (country == NULL || *country == '\0') {
    set_destination (self, NULL);
    return;
  }
  destinations = ensure_destinations (self);
  for (guint i = 0; i < g_list_model_get_n_items (destinations); i++) {
    choice = g_list_model_get_item (destinations, i);
    if (g_str_equal (get_country (choice), country))
      break;
    g_clear_object (&choice);
  }
  set_destination (self, choice);
}

static void
update (SevenPreview *self)
{
  gboolean empty;

  update_advice (self);
  seven_message_list_update (self->messages, seven_document_get_config (self->document), self->code);
  empty = g_list_model_get_n_items (G_LIST_MODEL (self->messages)) == 0;
  if (self->empty == empty)
    return;
  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY]);
}

static void
coverage_changed (SevenPreview *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COVERAGE]);
}

static void
seven_preview_constructed (GObject *object)
{
  SevenPreview *self = SEVEN_PREVIEW (object);

  G_OBJECT_CLASS (seven_preview_parent_class)->constructed (object);

  for (guint flow = 0; flow < SEVEN_N_FLOWS; flow++) {
    g_autoptr (SevenFlow) item = seven_flow_new (self->document, (SevenUsageType) flow);

    g_list_store_append (self->flows, item);
  }
  g_signal_connect_object (self->document, "checked", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::coverage", G_CALLBACK (coverage_changed), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
seven_preview_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenPreview *self = SEVEN_PREVIEW (object);

  switch (property_id) {
  case PROP_CODE:
    g_value_set_string (value, self->code);
    break;
  case PROP_COUNTRY:
    g_value_set_string (value, get_country (self->destination));
    break;
  case PROP_COVERAGE:
    g_object_get_property (G_OBJECT (self->document), "coverage", value);
    break;
  case PROP_DESTINATION:
    g_value_set_object (value, self->destination);
    break;
  case PROP_DESTINATIONS:
    g_value_set_object (value, ensure_destinations (self));
    break;
  case PROP_DOCUMENT:
    g_value_set_object (value, self->document);
    break;
  case PROP_EMPTY:
    g_value_set_boolean (value, self->empty);
    break;
  case PROP_FLOWS:
    g_value_set_object (value, self->flows);
    break;
  case PROP_MESSAGES:
    g_value_set_object (value, self->messages);
    break;
  case PROP_SENDER_ADVICE:
    g_value_set_string (value, self->sender_advice);
    break;
  case PROP_SENDER_WARNING:
    g_value_set_boolean (value, self->sender_warning);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_preview_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SevenPreview *self = SEVEN_PREVIEW (object);

  switch (property_id) {
  case PROP_CODE:
    seven_preview_set_code (self, g_value_get_string (value));
    break;
  case PROP_COUNTRY:
    set_country (self, g_value_get_string (value));
    break;
  case PROP_DESTINATION:
    set_destination (self, g_value_get_object (value));
    break;
  case PROP_DOCUMENT:
    self->document = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_preview_finalize (GObject *object)
{
  SevenPreview *self = SEVEN_PREVIEW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->messages);
  g_clear_object (&self->flows);
  g_clear_object (&self->any_country);
  g_clear_object (&self->destination);
  g_clear_object (&self->destinations);
  g_free (self->code);
  g_free (self->sender_advice);

  G_OBJECT_CLASS (seven_preview_parent_class)->finalize (object);
}

static void
seven_preview_class_init (SevenPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = seven_preview_constructed;
  object_class->finalize = seven_preview_finalize;
  object_class->get_property = seven_preview_get_property;
  object_class->set_property = seven_preview_set_property;

  props[PROP_CODE] =
      g_param_spec_string ("code", NULL, NULL, SEVEN_RENDER_SAMPLE_CODE, flags | G_PARAM_WRITABLE);
  props[PROP_COUNTRY] = g_param_spec_string ("country", NULL, NULL, "", flags | G_PARAM_WRITABLE);
  props[PROP_COVERAGE] = g_param_spec_string ("coverage", NULL, NULL, NULL, flags);
  props[PROP_DESTINATION] = g_param_spec_object (
      "destination", NULL, NULL, SEVEN_TYPE_DESTINATION_CHOICE, flags | G_PARAM_WRITABLE);
  props[PROP_DESTINATIONS] = g_param_spec_object ("destinations", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_DOCUMENT] = g_param_spec_object (
      "document", NULL, NULL, SEVEN_TYPE_DOCUMENT, flags | G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags);
  props[PROP_FLOWS] = g_param_spec_object ("flows", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_MESSAGES] = g_param_spec_object ("messages", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_SENDER_ADVICE] = g_param_spec_string ("sender-advice", NULL, NULL, "", flags);
  props[PROP_SENDER_WARNING] = g_param_spec_boolean ("sender-warning", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
seven_preview_init (SevenPreview *self)
{
  self->code = g_strdup (SEVEN_RENDER_SAMPLE_CODE);
  self->messages = seven_message_list_new ();
  self->flows = g_list_store_new (SEVEN_TYPE_FLOW);
  self->any_country = seven_destination_choice_new (NULL);
  self->destination = g_object_ref (self->any_country);
  self->sender_advice = g_strdup ("");
  self->empty = TRUE;
}

/**
 * seven_preview_new:
 * @document: a document
 *
 * Returns: (transfer full): its preview
 */
SevenPreview *
seven_preview_new (SevenDocument *document)
{
  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);

  return g_object_new (SEVEN_TYPE_PREVIEW, "document", document, NULL);
}

/**
 * seven_preview_get_code:
 * @self: a preview
 *
 * Returns: (transfer none): the sample code
 */
const char *
seven_preview_get_code (SevenPreview *self)
{
  g_return_val_if_fail (SEVEN_IS_PREVIEW (self), NULL);

  return self->code;
}

/**
 * seven_preview_set_code:
 * @self: a preview
 * @code: (nullable): the sample code; %NULL is ""
 *
 * Sets what takes the place of {{code}}.
 */
void
seven_preview_set_code (SevenPreview *self, const char *code)
{
  g_return_if_fail (SEVEN_IS_PREVIEW (self));

  if (code == NULL)
    code = "";
  if (g_str_equal (self->code, code))
    return;
  g_clear_pointer (&self->code, g_free);
  self->code = g_strdup (code);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CODE]);
}

/**
 * seven_preview_get_messages:
 * @self: a preview
 *
 * Returns: (transfer none): the messages, #SevenMessage
 */
GListModel *
seven_preview_get_messages (SevenPreview *self)
{
  g_return_val_if_fail (SEVEN_IS_PREVIEW (self), NULL);

  return G_LIST_MODEL (self->messages);
}

/**
 * seven_preview_get_flows:
 * @self: a preview
 *
 * Returns: (transfer none): Logto’s flows, #SevenFlow, always eight
 */
GListModel *
seven_preview_get_flows (SevenPreview *self)
{
  g_return_val_if_fail (SEVEN_IS_PREVIEW (self), NULL);

  return G_LIST_MODEL (self->flows);
}
