package org.ivrea.server.cli;

import java.util.concurrent.Callable;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.SchemaWriter;
import org.ivrea.server.cli.console.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `ivrea schema`.
@Command(name = "schema", sortOptions = false, description = "Print the JSON Schema of flow files, for editors and other programs.")
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Override
    public Integer call() {
        ivrea.console().out().print(SchemaWriter.schema(NodeRegistry.load()));
        return ExitCode.OK;
    }
}
