package org.ivrea.server.cli.call;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.engine.http.Cidr;
import org.ivrea.engine.http.HostPattern;
import org.ivrea.engine.http.HostPolicy;
import org.ivrea.engine.http.HttpService;
import org.ivrea.server.cli.console.CliFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options about requests that a simulated call makes for real.
public final class HttpOptions {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @Option(names = "--live-http", description = "Make HTTP requests that have no stub for real.") private boolean live;

    @Option(names = "--service", paramLabel = "NAME=URL", description = "With --live-http: what a service stands for, such as bank-api=http://localhost:8080; exactly this host may be reached. May be given several times.") private List<String> services = new ArrayList<>();

    @Option(names = "--environment", paramLabel = "FILE", description = "With --live-http: a JSON file with services, their headers, and what may be reached.") private @Nullable Path environment;

    /// Whether no option is given.
    public boolean isEmpty() {
        return !live && environment == null && services.isEmpty();
    }

    /// @param variables of the process
    /// @return `null` when requests are not made
    /// @throws CliFailure when an option is wrong
    public @Nullable RealHttp open(Map<String, String> variables) {
        if (!live) {
            if (environment != null || !services.isEmpty()) {
                throw new CliFailure("--service and --environment are for requests made for real; add --live-http");
            }
            return null;
        }
        if (environment == null && services.isEmpty()) {
            throw new CliFailure("--live-http needs to know what the services stand for; add --service NAME=URL or "
                    + "--environment FILE");
        }
        Environment known = environment == null
                ? new Environment(Map.of(), new HostPolicy(false, List.of(), Set.of(), List.of()))
                : Environment.read(environment, variables);
        for (String service : services) {
            known = with(known, service);
        }
        return new RealHttp(known.services(), known.policy());
    }

    /// Who names a host on the command line wants it reached.
    private static Environment with(Environment known, String option) {
        int equals = option.indexOf('=');
        HttpService service;
        HostPattern host;
        try {
            URI base = URI.create(option.substring(equals + 1));
            service = new HttpService(base, Map.of(), true);
            host = new HostPattern(String.valueOf(base.getHost()));
        } catch (IllegalArgumentException e) {
            throw new CliFailure("--service \"" + option + "\" is not understood: " + e.getMessage()
                    + "; write it like bank-api=https://bank.example.com/api", e);
        }
        if (equals < 1) {
            throw new CliFailure("--service \"" + option + "\" has no name; write it like "
                    + "bank-api=https://bank.example.com/api");
        }
        Map<String, HttpService> services = new LinkedHashMap<>(known.services());
        services.put(option.substring(0, equals), service);
        HostPolicy policy = known.policy();
        List<HostPattern> hosts = new ArrayList<>(policy.hosts());
        hosts.add(host);
        boolean plain = "http".equalsIgnoreCase(service.base().getScheme());
        Set<Integer> ports = new LinkedHashSet<>(policy.ports());
        int port = service.base().getPort();
        ports.add(port >= 0 ? port : plain ? 80 : 443);
        List<Cidr> addresses = new ArrayList<>(policy.addresses());
        if (THIS_MACHINE.contains(service.base().getHost())) {
            addresses.add(Cidr.parse("127.0.0.1"));
            addresses.add(Cidr.parse("::1"));
        }
        return new Environment(services, new HostPolicy(policy.allowHttp() || plain, hosts, ports, addresses));
    }
}
