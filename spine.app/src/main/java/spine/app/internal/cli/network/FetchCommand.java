package spine.app.internal.cli.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.common.file.AtomicFolder;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.UnsupportedServiceException;

@Command(name = "fetch", mixinStandardHelpOptions = true, description = "Fetches a study from an archive into a folder.",
        footer = {"", "The archive is asked which objects the study has (C-FIND), and to send them (C-GET, or C-MOVE). OUT appears when the"
                + " archive has ended, with a file OUT/UID.dcm for each object, in the transfer syntax in which it came. From a URL it is"
                + " fetched by WADO-RS, whole or not at all. An archive that brings a study from a slower store first may be silent for"
                + " long, and needs a longer --timeout.",
            "Exit code 0: all objects have come. 1: some have not, which is said, and OUT holds the others; or the archive was not reached,"
                + " refuses, or breaks off, and there is no OUT. 3: it has no such study, or keys or certificates cannot be used."})
final class FetchCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "STUDYUID", description = "study instance UID")
    private String study;

    @Option(names = "--from", required = true, paramLabel = "NAME|HOST:PORT|URL",
            description = "the archive: a destination of the settings, an address, or the URL of DICOM web services")
    private String from;

    @Option(names = "--out", paramLabel = "OUT", description = "folder for the files, which must not exist")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--via", paramLabel = "WAY", description = "get, or move, which needs --move-to (default: get; where the archive does"
            + " not offer it and --move-to is given, move)")
    private Optional<Way> via = Optional.empty();

    @Mixin
    private MoveOptions moving = new MoveOptions();

    @Mixin
    private NodeOptions options = new NodeOptions();

    @Mixin
    private WebOptions web = new WebOptions();

    /** How a study is fetched; the option has the words in either case. */
    private enum Way {
        GET, MOVE
    }

    FetchCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Optional<DicomWebNode> server = web.node(from, platform.workingFolder(), options.patience());
        if (server.isPresent()) {
            checkWeb();
            return new WebFetch(platform.service(DicomWeb.class, "DICOM web client"), server.get(), console).fetch(study,
                    out.orElseThrow());
        }
        check();
        RemoteNode node = options.namedNode(from);
        List<DimseRetrieval> sources = sources(node);
        List<ArchivedObject> objects = sources.get(0).list(study);
        if (objects.isEmpty()) {
            throw new UnusableInputException(node.address() + " has no study " + study + ".");
        }
        FetchReport report = new FetchReport(console, node.address(), study);
        if (out.isEmpty()) {
            String title = moving.title().orElseThrow();
            return report.passed(sources.get(0).passTo(title, study), title);
        }
        try (AtomicFolder folder = AtomicFolder.create(out.get())) {
            FetchedFiles files = new FetchedFiles(folder.staging(), objects, part -> console.at("fetching", part));
            Retrieval end = fetch(sources, objects, files);
            if (files.stored() > 0) {
                folder.publish();
            }
            return report.fetched(end, files, out.get());
        }
    }

    /** @throws ParameterException if options do not go together */
    private void check() {
        boolean move = moving.title().isPresent();
        checkStudy();
        if (out.isEmpty() && (!move || via.orElse(Way.MOVE) == Way.GET)) {
            throw new ParameterException(spec.commandLine(), "Without --out, --move-to must say who gets the study.");
        }
        if (via.orElse(Way.GET) == Way.MOVE && !move) {
            throw new ParameterException(spec.commandLine(), "C-MOVE needs --move-to.");
        }
        checkOut();
    }

    private void checkOut() {
        if (out.isPresent() && Files.exists(out.get())) {
            throw new ParameterException(spec.commandLine(), out.get() + " exists already.");
        }
    }

    /** The same for a server with DICOM web services, which knows one way. */
    private void checkWeb() {
        checkStudy();
        if (out.isEmpty() || via.isPresent() || moving.title().isPresent()) {
            throw new ParameterException(spec.commandLine(), "From a URL a study goes to --out, without --via and --move-to.");
        }
        checkOut();
    }

    private void checkStudy() {
        if (!study.matches("(?=.{1,64}$)\\d+(\\.\\d+)*")) {
            throw new ParameterException(spec.commandLine(), "'" + study + "' is no study instance UID.");
        }
    }

    /** In the order in which they are tried. */
    private List<DimseRetrieval> sources(RemoteNode node) throws Exception {
        DicomNetwork network = PreferredNetwork.of(platform);
        List<DimseRetrieval> sources = new ArrayList<>();
        if (out.isEmpty() || via.orElse(Way.GET) == Way.GET) {
            sources.add(new DimseRetrieval(network, node, Optional.empty(), platform.cancellation()));
        }
        if (out.isPresent() && moving.title().isPresent() && via.orElse(Way.MOVE) == Way.MOVE) {
            sources.add(new DimseRetrieval(network, node, Optional.of(moving.target(node)), platform.cancellation()));
        }
        return sources;
    }

    private Retrieval fetch(List<? extends StudyRetrieval> sources, List<ArchivedObject> objects, FetchedFiles files) throws IOException {
        for (StudyRetrieval source : sources.subList(0, sources.size() - 1)) {
            try {
                return source.fetch(study, objects, files);
            } catch (UnsupportedServiceException notOffered) {
                console.note(notOffered.getMessage() + " The next way is tried.");
            }
        }
        return sources.get(sources.size() - 1).fetch(study, objects, files);
    }
}
