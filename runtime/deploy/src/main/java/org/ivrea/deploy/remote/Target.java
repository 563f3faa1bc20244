package org.ivrea.deploy.remote;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where packages are deployed to.
public sealed interface Target {

    /// What people call it.
    String name();

    /// Where it is, for people.
    String address();

    /// A server with its admin interface.
    ///
    /// @param uri   such as `https://ivr1.example.com:8723`
    /// @param token asked when it is needed
    /// @param pin   the fingerprint of the certificate that the server must have; `null` to trust it by authorities
    /// @param authority PEM file with the certificate of the authority that must vouch for the server's; `null` for
    ///              those that the system trusts
    record ServerTarget(String name, URI uri, TokenSource token, @Nullable Fingerprint pin,
            @Nullable Path authority) implements Target {
        public ServerTarget {
            uri = ServerAddress.checked(uri);
        }

        /// Trusted by the fingerprint, or by the authorities that the system trusts.
        public ServerTarget(String name, URI uri, TokenSource token, @Nullable Fingerprint pin) {
            this(name, uri, token, pin, null);
        }

        @Override
        public String address() {
            return uri.toString();
        }

        public ServerTarget withToken(TokenSource newToken) {
            return new ServerTarget(name, uri, newToken, pin, authority);
        }

        public ServerTarget withPin(@Nullable Fingerprint newPin) {
            return new ServerTarget(name, uri, token, newPin, authority);
        }
    }

    /// The folder of a server's store, on this machine or mounted from it.
    ///
    /// @param trustedKeys the keys whose packages are taken; `null` to take what the deployer signed
    record FolderTarget(String name, Path folder, @Nullable Path trustedKeys) implements Target {
        @Override
        public String address() {
            return folder.toString();
        }
    }
}
