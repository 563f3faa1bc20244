package org.ivrea.designer.simulation;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.http.Cidr;
import org.ivrea.engine.http.HostPattern;
import org.ivrea.engine.http.HostPolicy;
import org.ivrea.engine.http.HttpEnvironment;
import org.ivrea.engine.http.HttpService;

/// The services that a person allows a simulated call to reach. Who names an address wants its host reached, and no
/// other.
public final class AllowedHosts {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// Nothing can be reached.
    public static final HttpEnvironment NONE = new HttpEnvironment(Map.of(),
            new HostPolicy(false, List.of(), Set.of(), List.of()));

    private AllowedHosts() {}

    /// @param addresses of services, by name
    /// @throws IllegalArgumentException when an address can never work, with the reason for people
    public static HttpEnvironment of(Map<String, String> addresses) {
        Map<String, HttpService> services = new LinkedHashMap<>();
        List<HostPattern> hosts = new ArrayList<>();
        Set<Integer> ports = new LinkedHashSet<>();
        List<Cidr> own = new ArrayList<>();
        boolean plain = false;
        for (var entry : addresses.entrySet()) {
            URI base = base(entry.getKey(), entry.getValue());
            services.put(entry.getKey(), new HttpService(base, Map.of(), true));
            String host = String.valueOf(base.getHost());
            hosts.add(new HostPattern(host));
            boolean insecure = "http".equalsIgnoreCase(base.getScheme());
            plain |= insecure;
            ports.add(base.getPort() >= 0 ? base.getPort() : insecure ? HTTP_PORT : HTTPS_PORT);
            if (THIS_MACHINE.contains(host) && own.isEmpty()) {
                own.add(Cidr.parse("127.0.0.1"));
                own.add(Cidr.parse("::1"));
            }
        }
        return new HttpEnvironment(services, new HostPolicy(plain, hosts, ports, own));
    }

    private static URI base(String service, String address) {
        URI base;
        try {
            base = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The address of \"" + service
                    + "\" is none; write it like https://bank.example.com/api", e);
        }
        if (base.getHost() == null) {
            throw new IllegalArgumentException("The address of \"" + service
                    + "\" has no host; write it like https://bank.example.com/api");
        }
        return base;
    }
}
