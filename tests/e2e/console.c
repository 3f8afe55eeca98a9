/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

/* The window as main.c puts it together, but with hosts of the test's own behind the two live gateways: what it says to
 * seven can be looked at, and nothing leaves this computer. First argument: their address; the rest are files. */

#include "seven-application.h"
#include "seven-file-store.h"
#include "seven-history-database.h"
#include "seven-http-gateway.h"
#include "seven-keyring.h"
#include "seven-sandbox.h"
#include "seven-state-file.h"

#include <locale.h>

#define TIMEOUT 20 /* seconds */

static void
append (GListStore *gateways, const char *id, const char *name, SevenGateway *gateway)
{
  gboolean live = !SEVEN_IS_SANDBOX_GATEWAY (gateway);
  g_autoptr (SevenGatewayChoice) choice = seven_gateway_choice_new (id, name, name, live, gateway);

  g_list_store_append (gateways, choice);
}

static GListModel *
create_gateways (const char *url)
{
  GListStore *gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_autoptr (SevenSandboxGateway) sandbox = seven_sandbox_gateway_new (TIMEOUT);
  g_autoptr (SevenHttpGateway) seven = seven_http_gateway_new (url, TIMEOUT, NULL);
  g_autoptr (SevenHttpGateway) old = seven_http_gateway_new (url, TIMEOUT, NULL);

  append (gateways, "sandbox", "Sandbox", SEVEN_GATEWAY (sandbox));
  append (gateways, "seven", "seven", SEVEN_GATEWAY (seven));
  append (gateways, "old", "seven, Old Host", SEVEN_GATEWAY (old));
  return G_LIST_MODEL (gateways);
}

int
main (int argc, char *argv[])
{
  g_autoptr (SevenFileStore) store = seven_file_store_new ();
  g_autoptr (SevenStateFile) states = seven_state_file_new (g_get_user_state_dir ());
  g_autoptr (SevenKeyring) keyring = seven_keyring_new ();
  g_autoptr (SevenHistoryDatabase) history = seven_history_database_new_default ();
  g_autoptr (GListModel) gateways = NULL;
  g_autoptr (SevenSession) session = NULL;
  g_autoptr (SevenApplication) application = NULL;

  g_return_val_if_fail (argc > 1, 2);

  setlocale (LC_ALL, "");
  gateways = create_gateways (argv[1]);
  session = seven_session_new (SEVEN_TEXT_STORE (store), SEVEN_STATE_STORE (states),
      SEVEN_KEY_STORE (keyring), SEVEN_HISTORY_STORE (history), gateways);
  application = seven_application_new (session);
  g_signal_connect_swapped (application, "shutdown", G_CALLBACK (seven_history_database_finish), history);
  argv[1] = argv[0];
  return g_application_run (G_APPLICATION (application), argc - 1, argv + 1);
}
