package org.ivrea.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Sends one request to one checked address and reads one reply. Follows no redirect, tries nothing again, resolves no
/// name, unpacks nothing, remembers no cookie.
///
/// The address is part of the route, thus of the connection's key in the pool: a connection is used again only for
/// requests whose name resolves to the same, checked address. TLS and the `Host` header go by the name.
///
/// Sending blocks; an interrupt of a virtual thread closes its socket at once, whatever it waits for.
final class Wire implements AutoCloseable {
    /// A phone call cannot wait longer for one of several addresses.
    private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(3);
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(5);
    private static final int CONNECTIONS = 2_000;
    private static final int CONNECTIONS_PER_ADDRESS = 500;
    private static final int MAX_HEADER_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final String SENT = "ivrea.sent";

    private final CloseableHttpClient client;

    Wire(SSLContext tls) {
        var http1 = Http1Config.custom().setMaxLineLength(MAX_HEADER_LINE).setMaxHeaderCount(MAX_HEADERS).build();
        var connection = ConnectionConfig.custom().setConnectTimeout(CONNECT_TIMEOUT).setTimeToLive(LONGEST_LIFE)
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS).build();
        var pool = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new NoNames())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls)).setDefaultConnectionConfig(connection)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(http1).build())
                .setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(CONNECTIONS_PER_ADDRESS).build();
        client = HttpClients.custom().setConnectionManager(pool).setUserAgent("Ivrea").disableRedirectHandling()
                .disableAutomaticRetries().disableContentCompression().disableCookieManagement().disableAuthCaching()
                .disableConnectionState().evictIdleConnections(LONGEST_IDLE)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), SENT, (request, scope, chain) -> {
                    scope.clientContext.setAttribute(SENT, true);
                    return chain.proceed(request, scope);
                }).build();
    }

    /// @param maxBytes of the reply's body
    /// @param maxMs    without a byte from the service
    WireReply send(Hop hop, InetAddress address, int maxBytes, long maxMs) throws HttpRefused, NetworkFault {
        Endpoint endpoint = hop.endpoint();
        var target = new HttpHost(endpoint.scheme(), address, unbracketed(endpoint.host().text()), endpoint.port());
        var request = request(hop, maxMs);
        var context = HttpClientContext.create();
        try (ClassicHttpResponse response = client.executeOpen(target, request, context)) {
            boolean read = false;
            try {
                WireReply reply = read(hop.subject(), response, maxBytes);
                read = true;
                return reply;
            } finally {
                if (!read) {
                    // Closing alone would first read the rest, which may have no end.
                    request.cancel();
                }
            }
        } catch (ClientProtocolException | MessageConstraintException e) {
            throw malformed(hop.subject());
        } catch (TruncatedChunkException e) {
            throw fault(hop.subject(), e, true);
        } catch (MalformedChunkCodingException e) {
            throw malformed(hop.subject());
        } catch (SSLPeerUnverifiedException | SSLHandshakeException e) {
            throw new HttpRefused(hop.subject() + " could not prove who it is: its TLS certificate is not trusted, has"
                    + " expired or is for another name; tell the operator");
        } catch (IOException e) {
            throw fault(hop.subject(), e, context.getAttribute(SENT) != null);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpUriRequestBase request(Hop hop, long maxMs) {
        var request = new HttpUriRequestBase(hop.method(), hop.wireAddress());
        hop.headers().byName().forEach(request::setHeader);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        String body = hop.body();
        if (body != null) {
            request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        request.setConfig(RequestConfig.custom().setProtocolUpgradeEnabled(false).setExpectContinueEnabled(false)
                .setConnectionRequestTimeout(maxMs, TimeUnit.MILLISECONDS)
                .setResponseTimeout(maxMs, TimeUnit.MILLISECONDS).build());
        return request;
    }

    private static WireReply read(String subject, ClassicHttpResponse response, int maxBytes)
            throws IOException, HttpRefused {
        HttpEntity entity = response.getEntity();
        return new WireReply(response.getCode(), header(response, HttpHeaders.CONTENT_TYPE, ""),
                response.containsHeader(HttpHeaders.LOCATION) ? header(response, HttpHeaders.LOCATION, "") : null,
                entity == null ? "" : body(subject, entity, maxBytes));
    }

    private static String body(String subject, HttpEntity entity, int maxBytes) throws IOException, HttpRefused {
        String encoding = entity.getContentEncoding();
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            throw new HttpRefused(subject + " sent a compressed reply, which was not asked for; let it honour"
                    + " Accept-Encoding: identity");
        }
        if (entity.getContentLength() > maxBytes) {
            throw tooLarge(subject, maxBytes);
        }
        // Not closed here: that would read the rest of a body that is too large. The reply is closed by its reader.
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(maxBytes);
        if (content.read() >= 0) {
            throw tooLarge(subject, maxBytes);
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static HttpRefused tooLarge(String subject, int maxBytes) {
        return new HttpRefused(subject + " sent more than the " + maxBytes
                + " bytes that the request allows; ask it for less or raise the largest reply");
    }

    private static HttpRefused malformed(String subject) {
        return new HttpRefused(subject + " sent a reply that is not valid HTTP; tell its operator");
    }

    private static NetworkFault fault(String subject, IOException e, boolean sent) {
        boolean timeout = e instanceof SocketTimeoutException;
        String what = sent
                ? timeout ? " did not reply in time" : " broke the connection before its reply was complete"
                : timeout ? " took too long to connect to" : " could not be connected to";
        return new NetworkFault(subject + what + "; is it running?", sent, timeout);
    }

    private static String header(ClassicHttpResponse response, String name, String otherwise) {
        @Nullable Header header = response.getFirstHeader(name);
        return header == null || header.getValue() == null ? otherwise : header.getValue();
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// Makes sure that no name is ever resolved behind the policy's back.
    private static final class NoNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("addresses are resolved and checked before");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("addresses are resolved and checked before");
        }
    }
}
