/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-recent-menu.h"

#include <glib/gi18n-lib.h>

#define N_SHOWN 10

struct _SevenRecentMenu
{
  GObject parent_instance;

  GtkRecentManager *manager;
  GMenu *menu;
};

G_DEFINE_FINAL_TYPE (SevenRecentMenu, seven_recent_menu, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MENU,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_group (info, "seven-console") && gtk_recent_info_exists (info);
}

static int
compare_infos (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (
      gtk_recent_info_get_modified ((gpointer) b), gtk_recent_info_get_modified ((gpointer) a));
}

static void
append_info (SevenRecentMenu *self, GtkRecentInfo *info)
{
  g_autoptr (GMenuItem) item = NULL;
  /* An underscore in a name would become a mnemonic. */
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "app.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (self->menu, item);
}

static void
append_nothing (SevenRecentMenu *self)
{
  /* An action that does not exist: the item only says why the menu is empty. */
  g_menu_append (self->menu, _ ("No Recent Files"), "app.nothing");
}

static void
update (SevenRecentMenu *self)
{
  g_autolist (GtkRecentInfo) infos = gtk_recent_manager_get_items (self->manager);
  int n_left = N_SHOWN;

  g_menu_remove_all (self->menu);
  infos = g_list_sort (infos, compare_infos);
  for (GList *item = infos; item != NULL && n_left > 0; item = item->next) {
    if (!is_ours (item->data))
      continue;
    append_info (self, item->data);
    n_left--;
  }
  if (n_left == N_SHOWN)
    append_nothing (self);
}

static void
seven_recent_menu_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SevenRecentMenu *self = SEVEN_RECENT_MENU (object);

  switch (property_id) {
  case PROP_MENU:
    g_value_set_object (value, self->menu);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
seven_recent_menu_finalize (GObject *object)
{
  SevenRecentMenu *self = SEVEN_RECENT_MENU (object);

  g_clear_object (&self->manager);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (seven_recent_menu_parent_class)->finalize (object);
}

static void
seven_recent_menu_class_init (SevenRecentMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = seven_recent_menu_finalize;
  object_class->get_property = seven_recent_menu_get_property;

  properties[PROP_MENU] =
      g_param_spec_object ("menu", NULL, NULL, G_TYPE_MENU_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
seven_recent_menu_init (SevenRecentMenu *self)
{
  self->menu = g_menu_new ();
}

/**
 * seven_recent_menu_new:
 * @manager: what remembers the files
 *
 * Returns: (transfer full): the menu, kept up to date
 */
SevenRecentMenu *
seven_recent_menu_new (GtkRecentManager *manager)
{
  SevenRecentMenu *self;

  g_return_val_if_fail (GTK_IS_RECENT_MANAGER (manager), NULL);

  self = g_object_new (SEVEN_TYPE_RECENT_MENU, NULL);
  self->manager = g_object_ref (manager);
  g_signal_connect_object (manager, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * seven_recent_menu_get_menu:
 * @self: a menu of recent files
 *
 * Returns: (transfer none): always the same menu, kept up to date
 */
GMenuModel *
seven_recent_menu_get_menu (SevenRecentMenu *self)
{
  g_return_val_if_fail (SEVEN_IS_RECENT_MENU (self), NULL);

  return G_MENU_MODEL (self->menu);
}
