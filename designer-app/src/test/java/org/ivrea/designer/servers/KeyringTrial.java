package org.ivrea.designer.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.deploy.remote.RemoteFailure;

/// Keeps, reads, changes and removes tokens, in a process of its own whose environment has a keyring or not: `FOLDER`.
/// Says what came of it, a line each.
final class KeyringTrial {
    private KeyringTrial() {}

    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        TokenVault vault = KeyringVault.orFile(new FileVault(folder), System.getenv());
        System.out.println("vault " + vault.getClass().getSimpleName());
        vault.put("milan", "Milan", "first-t0ken");
        System.out.println("kept " + token(vault, "milan"));
        vault.put("milan", "Milan's new name", "second-t0ken");
        vault.put("turin", "Turin", "other-t0ken");
        System.out.println("changed " + token(vault, "milan"));
        System.out.println("in file " + (Files.exists(folder.resolve("tokens"))
                && Files.readString(folder.resolve("tokens")).contains("t0ken")));
        vault.remove("milan");
        vault.remove("never-there");
        System.out.println("removed " + token(vault, "milan"));
        System.out.println("other " + token(vault, "turin"));
    }

    private static String token(TokenVault vault, String server) {
        try {
            return vault.token(server);
        } catch (RemoteFailure e) {
            return "- " + e.getMessage();
        }
    }
}
