package org.ivrea.deploy.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.TrustedSigners;

/// A process that uploads, activates and deactivates until it is killed: `ROOT KEYS PACKAGES`.
final class StoreWorker {
    private StoreWorker() {}

    static void main(String[] arguments) throws Exception {
        TrustedSigners trusted = TrustedSigners.parse(Files.readString(Path.of(arguments[1])));
        FlowStore store = FlowStore.open(Path.of(arguments[0]),
                StoreOptions.of(trusted, PackageLimits.DEFAULT).withKeep(3));
        List<Path> packages = List.of(arguments).subList(2, arguments.length).stream().map(Path::of).toList();
        System.out.println("begun");
        while (true) {
            for (Path file : packages) {
                StoredPackage stored = store.add(file, "worker");
                try {
                    store.activate(List.of(stored.sha256()), "worker", null, true);
                    store.deactivate(stored.name(), "worker", null);
                } catch (StoreFailure e) {
                    // The other worker may have removed or deactivated it meanwhile.
                    if (!e.is(StoreFailure.Reason.NOT_FOUND)) {
                        throw e;
                    }
                }
            }
        }
    }
}
