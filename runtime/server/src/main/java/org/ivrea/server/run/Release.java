package org.ivrea.server.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which release of Ivrea this is.
public final class Release {
    private Release() {}

    public static String number() {
        var properties = new Properties();
        try (InputStream in = Release.class.getResourceAsStream("/org/ivrea/server/cli/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
