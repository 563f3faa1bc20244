package org.ivrea.server.cli.report;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ivrea.engine.script.ScriptFailure;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;

/// What came of call scripts, in the XML of JUnit that build servers read.
public final class JUnitReport {
    private static final double NANOS_PER_SECOND = 1e9;

    private JUnitReport() {}

    /// Writes the report; folders that are missing are made.
    ///
    /// @throws CliFailure when it cannot be written
    public static void write(TestRun run, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, xml(run), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CliFailure("The report " + file + " cannot be written: " + IoReason.of(e)
                    + "; choose another file with --junit", e);
        }
    }

    static String xml(TestRun run) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(run, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a report in memory cannot be written", e);
        }
        return text.append('\n').toString();
    }

    private static void suite(TestRun run, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(run.project()));
        xml.writeAttribute("tests", String.valueOf(run.outcomes().size()));
        xml.writeAttribute("failures", String.valueOf(run.failed()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", time(run.outcomes().stream().mapToLong(ScriptOutcome::tookNanos).sum()));
        xml.writeCharacters("\n");
        for (ScriptOutcome outcome : run.outcomes()) {
            xml.writeCharacters("  ");
            testCase(run.project(), outcome, xml);
            xml.writeCharacters("\n");
        }
        xml.writeEndElement();
    }

    private static void testCase(String project, ScriptOutcome outcome, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(project));
        xml.writeAttribute("name", clean(outcome.file()));
        xml.writeAttribute("time", time(outcome.tookNanos()));
        ScriptFailure failure = outcome.failure();
        if (failure != null) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean((failure.line() > 0 ? "line " + failure.line() + ": " : "")
                    + failure.message()));
            xml.writeCharacters(clean(outcome.transcript()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String time(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_SECOND);
    }

    /// Without the characters that XML cannot hold.
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isXml(c) ? c : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < Character.MIN_SURROGATE)
                || (c > Character.MAX_SURROGATE && c < 0xFFFE) || c > 0xFFFF;
    }
}
