package spine.app.internal.cli.network;

import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.io.dimse.Retrieval;

/** Says how the retrieval of a study has ended, and with which exit code. */
final class FetchReport {
    private final Console console;
    private final String node;
    private final String study;

    /** @param node for messages */
    FetchReport(Console console, String node, String study) {
        this.console = console;
        this.node = node;
        this.study = study;
    }

    /** The objects came here. */
    int fetched(Retrieval end, FetchedFiles files, Path out) {
        List<String> missing = files.missing();
        if (files.stored() == 0) {
            console.complain("Nothing came: " + node + " answers " + end.status() + ".");
            return ExitCode.FAILED;
        }
        if (!missing.isEmpty()) {
            console.complain(objects(missing.size()) + " did not come, " + missing.get(0)
                    + (missing.size() == 1 ? "" : " the first of them") + "; " + node + " answers " + end.status() + ".");
        }
        console.result(console.json() ? json().put("received", files.stored()).put("missing", missing.size()).toPrettyString()
                : out + "  " + objects(files.stored()) + " of study " + study + " from " + node);
        return missing.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** They went to another node, and the archive alone knows what arrived there. */
    int passed(Retrieval end, String title) {
        boolean all = end.status().isSuccess() && end.failed() <= 0;
        if (!all) {
            console.complain(node + " has not sent all of study " + study + ": it answers " + end.status() + ".");
        }
        int sent = Math.max(0, end.completed());
        console.result(console.json() ? json().put("sent", sent).put("failed", Math.max(0, end.failed())).toPrettyString()
                : node + "  " + (end.completed() < 0 && all ? "the objects" : objects(sent)) + " of study " + study + " sent to " + title);
        return all ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("study", study).put("node", node);
    }

    private static String objects(int count) {
        return count + (count == 1 ? " object" : " objects");
    }
}
