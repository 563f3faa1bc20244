package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The operator's list of what flows may reach. Holds for every request and every redirect; what is not listed is
/// refused.
///
/// @param allowHttp true to allow plain `http` besides `https`
/// @param hosts     a host must match one of them; an IP address as host may be in `addresses` instead
/// @param ports     allowed ports
/// @param addresses addresses that may be connected to although they are not public. A metadata address counts as
///                  listed only where it stands alone (`169.254.169.254/32`), never as part of a wider range; multicast
///                  and unspecified addresses are never connected to.
public record HostPolicy(boolean allowHttp, List<HostPattern> hosts, Set<Integer> ports, List<Cidr> addresses) {

    public HostPolicy {
        hosts = List.copyOf(hosts);
        ports = Set.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    /// Every public host over https on its usual port.
    public static HostPolicy anyPublicHost() {
        return new HostPolicy(false, List.of(new HostPattern("*")), Set.of(443), List.of());
    }

    /// Checks all that can be known before the name is resolved.
    ///
    /// @param subject what is at the address; begins the message
    /// @throws HttpRefused when it may not be reached
    Endpoint check(String subject, URI address) throws HttpRefused {
        String scheme = scheme(subject, address);
        String authority = address.getRawAuthority();
        if (authority == null || authority.isEmpty()) {
            throw new HttpRefused(subject + " has no host in its address; correct the address");
        }
        if (authority.indexOf('@') >= 0) {
            throw new HttpRefused(subject + " has a user name in its address; put credentials into the service's"
                    + " headers");
        }
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        HostName host = HostName.parse(hasPort ? authority.substring(0, colon) : authority).orElseThrow(
                () -> new HttpRefused(subject + " has no valid host name in its address; correct the address"));
        int port = port(subject, scheme, hasPort ? authority.substring(colon + 1) : "");
        if (!mayReach(host)) {
            throw new HttpRefused(subject + " is at a host that the server does not allow; ask the operator to list"
                    + " it");
        }
        if (!ports.contains(port)) {
            throw new HttpRefused(subject + " is at port " + port + ", which the server does not allow; ask the"
                    + " operator to list it");
        }
        return new Endpoint(scheme, host, port);
    }

    /// Checks an address that is about to be connected to.
    ///
    /// @param subject      what is at the address; begins the message
    /// @param allowPrivate true when private addresses are allowed without being listed
    /// @throws HttpRefused when it may not be connected to
    void check(String subject, InetAddress address, boolean allowPrivate) throws HttpRefused {
        AddressKind kind = AddressKind.of(address);
        boolean allowed = switch (kind) {
            case PUBLIC -> true;
            case PRIVATE -> allowPrivate || isListed(address);
            case LOOPBACK, LINK_LOCAL, RESERVED -> isListed(address);
            case METADATA -> addresses.stream().anyMatch(range -> range.isSingle() && range.contains(address));
            case MULTICAST, UNSPECIFIED -> throw new HttpRefused(subject + " is at a " + kind.words()
                    + " address, which is no single machine's; correct the address");
        };
        if (!allowed) {
            throw new HttpRefused(subject + " is at a " + kind.words()
                    + " address, which the server does not allow; ask the operator to list it");
        }
    }

    private String scheme(String subject, URI address) throws HttpRefused {
        @Nullable String given = address.getScheme();
        String scheme = given == null ? "" : given.toLowerCase(Locale.ROOT);
        if (!scheme.equals(Endpoint.HTTPS) && !scheme.equals(Endpoint.HTTP)) {
            throw new HttpRefused(subject + " has an address that does not begin with https://; correct the address");
        }
        if (scheme.equals(Endpoint.HTTP) && !allowHttp) {
            throw new HttpRefused(subject + " uses plain http, which the server does not allow; use https or ask the"
                    + " operator to allow http");
        }
        return scheme;
    }

    private static int port(String subject, String scheme, String text) throws HttpRefused {
        if (text.isEmpty()) {
            return Endpoint.defaultPort(scheme);
        }
        if (!text.matches("[0-9]{1,5}")) {
            throw new HttpRefused(subject + " has no valid port in its address; correct the address");
        }
        return Integer.parseInt(text);
    }

    private boolean mayReach(HostName host) {
        InetAddress literal = host.literal();
        return hosts.stream().anyMatch(pattern -> pattern.matches(host)) || (literal != null && isListed(literal));
    }

    private boolean isListed(InetAddress address) {
        return addresses.stream().anyMatch(range -> range.contains(address));
    }
}
