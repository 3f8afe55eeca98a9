/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * SevenChoiceSync:
 *
 * Keeps what a combo row or a drop-down has chosen and an object's property the same, both ways. While the list of choices changes,
 * the object alone decides: the row would choose by position, and so something else than the person did.
 */
typedef struct _SevenChoiceSync SevenChoiceSync;

/**
 * seven_choice_sync_new:
 * @row: (transfer none): a combo row or a drop-down; it gets @choices as its model
 * @source: (transfer none): the object with the property
 * @property: the name of an object property, readable and writable
 * @choices: (transfer none): what can be chosen
 *
 * Returns: (transfer full): what keeps both in step until it is freed
 */
SevenChoiceSync *
seven_choice_sync_new (GtkWidget *row, GObject *source, const char *property, GListModel *choices);
void seven_choice_sync_free (SevenChoiceSync *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SevenChoiceSync, seven_choice_sync_free)

G_END_DECLS
