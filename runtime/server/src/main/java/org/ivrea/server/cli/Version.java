package org.ivrea.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// The release that this is; the build writes it down.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"ivrea " + number(), "Java " + Runtime.version()};
    }

    static String number() {
        var properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
