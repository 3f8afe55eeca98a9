/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-http-error.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

static const struct
{
  GTlsCertificateFlags flag;
  const char *words;
} certificate_checks[] = {
  /* Translators: these are reasons after “The certificate of HOST was not accepted: ” */
  { G_TLS_CERTIFICATE_BAD_IDENTITY, N_ ("it is made out for another host; check the address") },
  { G_TLS_CERTIFICATE_EXPIRED, N_ ("it has expired; check the clock of this computer") },
  { G_TLS_CERTIFICATE_NOT_ACTIVATED, N_ ("it is not valid yet; check the clock of this computer") },
  { G_TLS_CERTIFICATE_REVOKED, N_ ("it has been revoked; do not send to this host") },
  { G_TLS_CERTIFICATE_INSECURE,
      N_ ("its signature is too weak to be trusted; a proxy or a filter in between may have replaced it") },
  { G_TLS_CERTIFICATE_UNKNOWN_CA,
      N_ ("it is not signed by an authority that this computer trusts; a proxy or a filter in between may "
          "have "
          "replaced it") },
  { G_TLS_CERTIFICATE_GENERIC_ERROR,
      N_ ("it could not be checked; check the certificates that this computer trusts") },
};

static GError *
certificate_error_new (const char *host, GTlsCertificateFlags flags)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (certificate_checks); i++) {
    if (!(flags & certificate_checks[i].flag))
      continue;
    if (reasons->len > 0)
      /* Translators: between two reasons of a list. */
      g_string_append (reasons, _ ("; "));
    g_string_append (reasons, _ (certificate_checks[i].words));
  }
  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS,
      _ ("The certificate of %s was not accepted: %s."), host, reasons->str);
}

/* The point is ours. */
static char *
dup_reason (const GError *error)
{
  gsize length = strlen (error->message);

  return g_strndup (error->message, g_str_has_suffix (error->message, ".") ? length - 1 : length);
}

static GError *
tls_error_new (const GError *error, const char *host, GTlsCertificateFlags flags)
{
  g_autofree char *reason = dup_reason (error);

  if (g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_UNAVAILABLE))
    return g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS,
        _ ("TLS is not available on this computer. Install the package glib-networking."));
  if (flags != 0)
    return certificate_error_new (host, flags);
  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_TLS,
      _ ("No secure connection to %s could be agreed on: %s. Check the address and the port."), host, reason);
}

static int
code_from_io_error (int code)
{
  static const struct
  {
    int io_code;
    int code;
  } map[] = {
    { G_IO_ERROR_HOST_NOT_FOUND, SEVEN_GATEWAY_ERROR_NAME },
    { G_IO_ERROR_CONNECTION_REFUSED, SEVEN_GATEWAY_ERROR_REFUSED },
    { G_IO_ERROR_HOST_UNREACHABLE, SEVEN_GATEWAY_ERROR_UNREACHABLE },
    { G_IO_ERROR_NETWORK_UNREACHABLE, SEVEN_GATEWAY_ERROR_UNREACHABLE },
    { G_IO_ERROR_PROXY_FAILED, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_PROXY_AUTH_FAILED, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_PROXY_NEED_AUTH, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_PROXY_NOT_ALLOWED, SEVEN_GATEWAY_ERROR_PROXY },
    { G_IO_ERROR_TIMED_OUT, SEVEN_GATEWAY_ERROR_TIMED_OUT },
    { G_IO_ERROR_CONNECTION_CLOSED, SEVEN_GATEWAY_ERROR_DROPPED },
    { G_IO_ERROR_BROKEN_PIPE, SEVEN_GATEWAY_ERROR_DROPPED },
    { G_IO_ERROR_PARTIAL_INPUT, SEVEN_GATEWAY_ERROR_DROPPED },
    { G_IO_ERROR_CANCELLED, SEVEN_GATEWAY_ERROR_CANCELLED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (map); i++) {
    if (map[i].io_code == code)
      return map[i].code;
  }
  return SEVEN_GATEWAY_ERROR_FAILED;
}

static int
code_from_error (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return code_from_io_error (error->code);
  if (error->domain == G_RESOLVER_ERROR)
    return SEVEN_GATEWAY_ERROR_NAME;
  if (error->domain == G_TLS_ERROR)
    return SEVEN_GATEWAY_ERROR_TLS;
  return SEVEN_GATEWAY_ERROR_FAILED;
}

static GError *
proxy_error_new (const GError *error, const char *host)
{
  if (error->code == G_IO_ERROR_PROXY_NEED_AUTH || error->code == G_IO_ERROR_PROXY_AUTH_FAILED)
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_PROXY,
        _ ("The proxy wants to know who asks before it connects to %s. Check user name and password in the "
           "proxy settings of this computer."),
        host);
  if (error->code == G_IO_ERROR_PROXY_NOT_ALLOWED)
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_PROXY,
        _ ("The proxy does not allow a connection to %s. Ask whoever runs it."), host);

  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_PROXY,
      _ ("The proxy did not connect to %s. Check the proxy settings of this computer."), host);
}

/* An end that comes too early is another thing than a connection that is torn down. */
static GError *
dropped_error_new (const GError *error, const char *host)
{
  if (error->code == G_IO_ERROR_CONNECTION_CLOSED)
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED,
        _ ("The connection to %s was reset before its answer was complete. A firewall or a proxy in between "
           "may do that."),
        host);

  return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_DROPPED,
      _ ("%s closed the connection before its answer was complete."), host);
}

GError *
seven_http_error_new (const GError *error, const char *host, GTlsCertificateFlags tls_errors)
{
  int code = code_from_error (error);
  g_autofree char *reason = dup_reason (error);

  switch (code) {
  case SEVEN_GATEWAY_ERROR_NAME:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("The host %s was not found. Check the network connection and the name of the host."), host);
  case SEVEN_GATEWAY_ERROR_REFUSED:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("%s refused the connection. Check the address, or try again later."), host);
  case SEVEN_GATEWAY_ERROR_UNREACHABLE:
    return g_error_new (
        SEVEN_GATEWAY_ERROR, code, _ ("There is no way to %s. Check the network connection."), host);
  case SEVEN_GATEWAY_ERROR_PROXY:
    return proxy_error_new (error, host);
  case SEVEN_GATEWAY_ERROR_TIMED_OUT:
    return g_error_new (SEVEN_GATEWAY_ERROR, code,
        _ ("%s did not answer in time. Check the network connection, or try again later."), host);
  case SEVEN_GATEWAY_ERROR_DROPPED:
    return dropped_error_new (error, host);
  case SEVEN_GATEWAY_ERROR_CANCELLED:
    return g_error_new (SEVEN_GATEWAY_ERROR, code, _ ("Stopped before %s had answered."), host);
  case SEVEN_GATEWAY_ERROR_TLS:
    return tls_error_new (error, host, tls_errors);
  default:
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_FAILED,
        /* Translators: the first %s is a host, the second what the network library says. */
        _ ("The exchange with %s failed: %s."), host, reason);
  }
}

/* What a proxy says to CONNECT, as the words that GIO has for the same from others. */
static int
code_from_proxy (const GError *error, guint status)
{
  if (error != NULL)
    return error->domain == G_IO_ERROR ? error->code : G_IO_ERROR_PROXY_FAILED;
  if (status == 407)
    return G_IO_ERROR_PROXY_NEED_AUTH;
  return status == 403 ? G_IO_ERROR_PROXY_NOT_ALLOWED : G_IO_ERROR_PROXY_FAILED;
}

static char *
dup_proxy_words (int code, const char *proxy, const char *host, guint status)
{
  if (code == G_IO_ERROR_PROXY_NEED_AUTH || code == G_IO_ERROR_PROXY_AUTH_FAILED)
    return g_strdup_printf (
        /* Translators: the first %s is a proxy, the second the host that it should connect to. */
        _ ("The proxy %s wants to know who asks before it connects to %s. Check user name and password in "
           "the "
           "proxy settings of this computer."),
        proxy, host);
  if (code == G_IO_ERROR_PROXY_NOT_ALLOWED)
    return g_strdup_printf (
        /* Translators: the first %s is a proxy, the second the host that it should connect to. */
        _ ("The proxy %s does not allow a connection to %s. Ask whoever runs it."), proxy, host);
  if (status != 0)
    return g_strdup_printf (
        /* Translators: a proxy, the host that it should connect to, and an HTTP status as in 502. */
        _ ("The proxy %s did not connect to %s: it answered with the HTTP status %u. Check the proxy "
           "settings of "
           "this computer."),
        proxy, host, status);
  return g_strdup_printf (
      /* Translators: the first %s is a proxy, the second the host that it should connect to. */
      _ ("The proxy %s did not connect to %s. Check the proxy settings of this computer."), proxy, host);
}

GError *
seven_http_error_new_for_proxy (const GError *error, const char *proxy, const char *host, guint status)
{
  g_autofree char *words = NULL;

  if (proxy == NULL)
    return g_error_new (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_PROXY,
        _ ("The proxy on the way to %s did not connect, or was not found. Check the proxy settings of this "
           "computer."),
        host);
  words = dup_proxy_words (code_from_proxy (error, status), proxy, host, status);
  return g_error_new_literal (SEVEN_GATEWAY_ERROR, SEVEN_GATEWAY_ERROR_PROXY, words);
}
