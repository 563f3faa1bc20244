package org.ivrea.engine.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// docs/checks.md explains the code of each problem that the sources report, with its severities, and none besides.
class CheckReferenceTest {
    private static final Path REFERENCE = Path.of("../../docs/checks.md");
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../flow/src/main/java"));

    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z0-9-]+)`( ✎)? \\| ([a-z, ]+) \\| [^|]+ \\| [^|]+ \\|$",
            Pattern.MULTILINE);
    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z_]+) = \"([a-z][a-z-]*)\";");
    /// How the sources report: `check.error("code", …)`, `findings.warning(CODE, …)`, `Problem.info(Codes.CODE, …)`.
    private static final Pattern REPORT = Pattern
            .compile("\\b(check|Problem|findings)\\s*\\.(error|warning|info|report)"
                    + "\\(\\s*(?:\"([a-z][a-z-]*)\"|(?:\\w+\\.)?([A-Z_]+)),(?:\\s*Severity\\.([A-Z]+))?");

    private static final Pattern RULE = Pattern.compile(
            "^public final class \\w+ (implements (Flow|Project)Rule|extends NodeRule)", Pattern.MULTILINE);

    private static Map<String, String> documented() throws IOException {
        var rows = new TreeMap<String, String>();
        Matcher row = ROW.matcher(Files.readString(REFERENCE));
        while (row.find()) {
            assertThat(rows.put(row.group(1), row.group(3))).as("second row for %s", row.group(1)).isNull();
        }
        return rows;
    }

    /// The severities with which each code is reported.
    private static Map<String, Set<String>> reported() throws IOException {
        var severities = new TreeMap<String, Set<String>>();
        Map<String, String> shared = new HashMap<>();
        for (String type : List.of("../flow/src/main/java/org/ivrea/flow/codec/ProblemCodes.java",
                "../flow/src/main/java/org/ivrea/flow/json/JsonProblem.java",
                "src/main/java/org/ivrea/engine/script/CallScriptParser.java",
                "src/main/java/org/ivrea/engine/spec/ValueDecoder.java")) {
            shared.putAll(constants(Files.readString(Path.of(type))));
        }
        shared.values().forEach(code -> severities.put(code, new TreeSet<>()));
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    scan(Files.readString(file), shared, severities);
                }
            }
        }
        return severities;
    }

    private static Map<String, String> constants(String source) {
        Map<String, String> constants = new HashMap<>();
        CONSTANT.matcher(source).results().forEach(match -> constants.put(match.group(1), match.group(2)));
        return constants;
    }

    private static void scan(String source, Map<String, String> shared, Map<String, Set<String>> severities) {
        Map<String, String> constants = new HashMap<>(shared);
        constants.putAll(constants(source));
        for (MatchResult report : REPORT.matcher(source).results().toList()) {
            String code = report.group(3) != null ? report.group(3) : constants.get(report.group(4));
            String severity = report.group(2).equals("report") ? report.group(5) : report.group(2);
            if (code != null) {
                Set<String> known = severities.computeIfAbsent(code, _ -> new TreeSet<>());
                if (severity != null) {
                    known.add(severity.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    @Test
    void everyCodeIsExplained() throws IOException {
        assertThat(documented().keySet()).isEqualTo(reported().keySet());
    }

    @Test
    void severitiesAreTheReportedOnes() throws IOException {
        Map<String, String> documented = documented();
        reported().forEach((code, severities) -> {
            if (!severities.isEmpty()) {
                assertThat(documented.get(code)).as(code)
                        .satisfies(words -> assertThat(Set.of(words.split(", "))).isEqualTo(severities));
            }
        });
    }

    @Test
    void everyRuleIsFound() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/ivrea/engine/check"))) {
            List<String> rules = files.filter(CheckReferenceTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", "")).sorted().toList();
            assertThat(Stream.concat(Rules.OF_FLOWS.stream(), Rules.OF_PROJECTS.stream())
                    .map(rule -> rule.getClass().getSimpleName()).sorted()).isEqualTo(rules);
        }
    }

    private static boolean isRule(Path file) {
        try {
            return RULE.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
