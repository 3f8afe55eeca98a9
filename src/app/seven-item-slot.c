/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-item-slot.h"

struct _SevenItemSlot
{
  SevenLazyBin parent_instance;

  const char *property;
  SevenItemSlotFunc create;
  gpointer owner; /* borrowed: the list around it */
  GObject *item; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SevenItemSlot, seven_item_slot, SEVEN_TYPE_LAZY_BIN)

static void
seven_item_slot_wake (SevenLazyBin *bin)
{
  SevenItemSlot *self = SEVEN_ITEM_SLOT (bin);
  GtkWidget *child = self->create (self->owner);

  g_object_set (child, self->property, self->item, NULL);
  seven_lazy_bin_set_child (bin, child);
}

static void
seven_item_slot_dispose (GObject *object)
{
  g_clear_object (&SEVEN_ITEM_SLOT (object)->item);
  G_OBJECT_CLASS (seven_item_slot_parent_class)->dispose (object);
}

static void
seven_item_slot_class_init (SevenItemSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = seven_item_slot_dispose;
  SEVEN_LAZY_BIN_CLASS (klass)->wake = seven_item_slot_wake;
}

static void
seven_item_slot_init (SevenItemSlot *self)
{
}

/**
 * seven_item_slot_new:
 * @estimate: its height while it sleeps, in pixels
 * @property: (transfer none): the property of the widget that takes the item; a string that lives on
 * @create: makes the widget
 * @owner: what @create is called with; it outlives the slot, as the list does that the slot is in
 *
 * Returns: (transfer none): a slot that sleeps, without an item
 */
GtkWidget *
seven_item_slot_new (int estimate, const char *property, SevenItemSlotFunc create, gpointer owner)
{
  SevenItemSlot *self;

  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (create != NULL, NULL);

  self = g_object_new (SEVEN_TYPE_ITEM_SLOT, NULL);
  self->property = property;
  self->create = create;
  self->owner = owner;
  seven_lazy_bin_set_estimate (SEVEN_LAZY_BIN (self), estimate);
  return GTK_WIDGET (self);
}

/**
 * seven_item_slot_set_item:
 * @self: a slot
 * @item: (transfer none): what it stands for now; a widget that was made for another is used again
 */
void
seven_item_slot_set_item (SevenItemSlot *self, gpointer item)
{
  GtkWidget *child;

  g_return_if_fail (SEVEN_IS_ITEM_SLOT (self));
  g_return_if_fail (G_IS_OBJECT (item));

  g_set_object (&self->item, item);
  child = seven_lazy_bin_get_child (SEVEN_LAZY_BIN (self));
  if (child != NULL)
    g_object_set (child, self->property, item, NULL);
}
