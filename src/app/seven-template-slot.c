/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-template-slot.h"

/* Pixels: the height of a card with a text of one line and no problem. */
#define ESTIMATE 104

struct _SevenTemplateSlot
{
  SevenLazyBin parent_instance;

  SevenDocument *document;
  SevenTemplateItem *item;
};

G_DEFINE_FINAL_TYPE (SevenTemplateSlot, seven_template_slot, SEVEN_TYPE_LAZY_BIN)

static void
seven_template_slot_wake (SevenLazyBin *bin)
{
  SevenTemplateSlot *self = SEVEN_TEMPLATE_SLOT (bin);
  GtkWidget *row = seven_template_row_new (self->document);

  seven_template_row_set_item (SEVEN_TEMPLATE_ROW (row), self->item);
  seven_lazy_bin_set_child (bin, row);
}

static void
seven_template_slot_dispose (GObject *object)
{
  SevenTemplateSlot *self = SEVEN_TEMPLATE_SLOT (object);

  g_clear_object (&self->item);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (seven_template_slot_parent_class)->dispose (object);
}

static void
seven_template_slot_class_init (SevenTemplateSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = seven_template_slot_dispose;
  SEVEN_LAZY_BIN_CLASS (klass)->wake = seven_template_slot_wake;
}

static void
seven_template_slot_init (SevenTemplateSlot *self)
{
  seven_lazy_bin_set_estimate (SEVEN_LAZY_BIN (self), ESTIMATE);
}

/**
 * seven_template_slot_new:
 * @document: the document whose templates it shows
 *
 * Returns: (transfer none): a slot that sleeps, without a template
 */
GtkWidget *
seven_template_slot_new (SevenDocument *document)
{
  SevenTemplateSlot *self;

  g_return_val_if_fail (SEVEN_IS_DOCUMENT (document), NULL);

  self = g_object_new (SEVEN_TYPE_TEMPLATE_SLOT, NULL);
  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/**
 * seven_template_slot_get_item:
 * @self: a slot
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
SevenTemplateItem *
seven_template_slot_get_item (SevenTemplateSlot *self)
{
  g_return_val_if_fail (SEVEN_IS_TEMPLATE_SLOT (self), NULL);

  return self->item;
}

/**
 * seven_template_slot_set_item:
 * @self: a slot
 * @item: (nullable): what it stands for now; a card that was made for another is used again
 */
void
seven_template_slot_set_item (SevenTemplateSlot *self, SevenTemplateItem *item)
{
  GtkWidget *row;

  g_return_if_fail (SEVEN_IS_TEMPLATE_SLOT (self));

  g_set_object (&self->item, item);
  row = seven_lazy_bin_get_child (SEVEN_LAZY_BIN (self));
  if (row != NULL)
    seven_template_row_set_item (SEVEN_TEMPLATE_ROW (row), item);
}
