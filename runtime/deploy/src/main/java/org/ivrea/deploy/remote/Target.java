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
    /// @param pin   the fingerprint of the certificate that the server must have; `null` to trust it by the
    ///              authorities that the system trusts
    record ServerTarget(String name, URI uri, TokenSource token, @Nullable Fingerprint pin) implements Target {
        public ServerTarget {
            uri = ServerAddress.checked(uri);
        }

        @Override
        public String address() {
            return uri.toString();
        }

        public ServerTarget withPin(@Nullable Fingerprint newPin) {
            return new ServerTarget(name, uri, token, newPin);
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
