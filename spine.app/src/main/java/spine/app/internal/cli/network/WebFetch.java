package spine.app.internal.cli.network;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.common.file.AtomicFolder;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;

/** Fetches a study from a server with DICOM web services: all of it, or nothing. */
final class WebFetch {
    private final DicomWeb web;
    private final DicomWebNode node;
    private final Console console;

    WebFetch(DicomWeb web, DicomWebNode node, Console console) {
        this.web = web;
        this.node = node;
        this.console = console;
    }

    /**
     * @param out must not exist
     * @return exit code
     * @throws UnusableInputException if the server has no such study
     */
    int fetch(String study, Path out) throws IOException, UnusableInputException {
        int all = web.objects(node, study)
                .orElseThrow(() -> new UnusableInputException(node.root().getHost() + " has no study " + study + "."));
        int count;
        try (AtomicFolder folder = AtomicFolder.create(out)) {
            count = web.retrieve(node, study, RetrieveLimits.STANDARD, folder.staging(),
                    there -> console.at("fetching", all == 0 ? 0 : Math.min(1, (double) there / all)));
            folder.publish();
        }
        console.result(console.json()
                ? JsonNodeFactory.instance.objectNode().put("study", study).put("node", node.root().toString()).put("received", count)
                        .put("missing", 0).toPrettyString()
                : out + "  " + count + (count == 1 ? " object" : " objects") + " of study " + study + " from " + node.root());
        return ExitCode.DONE;
    }
}
