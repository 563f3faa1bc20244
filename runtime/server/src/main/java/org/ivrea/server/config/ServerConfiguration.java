package org.ivrea.server.config;

import java.nio.file.Path;
import java.util.List;
import org.ivrea.flow.pack.PackageLimits;
import org.jspecify.annotations.Nullable;

/// How a server is set up: its file `server.json`. Paths are absolute.
///
/// @param name        by which people know the server
/// @param environment what names of flows stand for; `null` where nothing is bound
/// @param trustedKeys whose packages are taken
/// @param admin       `null` for no admin interface
/// @param keep        how many packages of a project stay
/// @param limits      what a package may hold
public record ServerConfiguration(String name, Path store, @Nullable Path environment, Path trustedKeys,
        @Nullable Admin admin, @Nullable Journeys journeys, List<Route> routes, int keep, Incoming incoming,
        PackageLimits limits) {
    public ServerConfiguration {
        routes = List.copyOf(routes);
    }

    /// What becomes of packages in the folder `incoming` of the store.
    public enum Incoming {
        /// They stay where they are.
        OFF,
        /// They are taken, and wait to be activated.
        STORE,
        /// They are taken and run.
        ACTIVATE
    }

    /// The admin interface.
    ///
    /// @param host              to listen on; on another one than the loopback only with `tls`
    /// @param tls               `null` for none
    /// @param tokens            who may use it
    /// @param audit             file in which it is written down who did what
    /// @param requestsPerMinute that one token, or one address without a token, may make
    /// @param failuresPerMinute wrong tokens from one address, after which none from there is looked at
    /// @param minBytesPerSecond of what is sent and taken, or else it is broken off; 0 for as few as they please
    public record Admin(String host, int port, @Nullable Tls tls, Path tokens, Path audit, int requestsPerMinute,
            int failuresPerMinute, long minBytesPerSecond) {}

    /// PEM files; read again when they change.
    ///
    /// @param certificate of the server, and those in between up to the authority's
    /// @param key         PKCS #8, without a passphrase
    public record Tls(Path certificate, Path key) {}

    /// Where and how long journeys are kept.
    ///
    /// @param maxBytes of all files together
    /// @param queue    how many may wait to be written
    public record Journeys(Path folder, int keepDays, long maxBytes, int queue) {}

    /// Which flow answers calls to a number.
    ///
    /// @param number as dialled; with `*` at its end, all that begin so
    /// @param flow   as the dialplan would name it: `PROJECT` or `PROJECT/FLOW`
    public record Route(String number, String flow) {
        boolean fits(String called) {
            return number.endsWith("*") ? called.startsWith(prefix()) : called.equals(number);
        }

        private String prefix() {
            return number.substring(0, number.length() - 1);
        }
    }

    /// The flow for a dialled number: the route that says most of it.
    ///
    /// @return `null` when no route fits
    public @Nullable String route(String called) {
        Route best = null;
        for (Route route : routes) {
            boolean exact = !route.number().endsWith("*");
            if (route.fits(called) && (best == null || exact || route.number().length() > best.number().length())) {
                best = route;
                if (exact) {
                    break;
                }
            }
        }
        return best == null ? null : best.flow();
    }
}
