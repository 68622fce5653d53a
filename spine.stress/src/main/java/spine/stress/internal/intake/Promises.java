package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import spine.api.UnusableInputException;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.stress.internal.bundle.ModelJars;
import spine.stress.internal.home.QuietReport;
import spine.stress.internal.intake.ArchiveLog.Received;
import spine.stress.internal.intake.JobList.Listed;
import spine.stress.internal.intake.SentStudies.Sent;

/**
 * What must be true when everything has come to its end: each study has one current result, of all its images, whole and once at the
 * archive, by one version of each model.
 */
final class Promises {
    private static final String REPORT = "SR";

    private final Path results;
    private final Archive archive;
    private final ArchiveLog log;
    private final Map<String, List<Listed>> jobs;
    /** By SOP instance UID, what the archive calls its objects. */
    private final Map<String, String> there;
    private final Map<String, List<String>> broken = new LinkedHashMap<>();
    /** By images and version of the model: who has which report. */
    private final Map<String, Map<String, List<String>>> reports = new TreeMap<>();

    /** @param results folder with the results of the platform */
    Promises(Path results, Archive archive, ArchiveLog log, List<Listed> jobs) throws IOException, InterruptedException {
        this.results = results;
        this.archive = archive;
        this.log = log;
        this.jobs = jobs.stream().collect(Collectors.groupingBy(Listed::study));
        this.there = archive.instances();
    }

    /** @return sentences on what does not hold, by study; nothing for a study of which everything does */
    Map<String, List<String>> check(List<Sent> studies) throws IOException, InterruptedException {
        for (Sent study : studies) {
            check(study);
        }
        reports.values().forEach(this::compare);
        log.twice().forEach(object -> say(object.study(), object.modality() + " object " + object.instance()
                + " was sent again although the archive had it"));
        return broken;
    }

    /** On how many kinds of studies reports by different versions differ; a mixture can be seen on these alone. */
    long versionsToldApart() {
        Map<String, Set<String>> texts = new HashMap<>();
        reports.forEach((kind, same) -> texts.computeIfAbsent(kind.substring(0, kind.indexOf(' ')), cut -> new HashSet<>())
                .addAll(same.keySet()));
        return texts.values().stream().filter(all -> all.size() > 1).count();
    }

    int revisions(String study) {
        return jobs.getOrDefault(study, List.of()).size();
    }

    private void check(Sent sent) throws IOException, InterruptedException {
        SmallStudy study = sent.study();
        List<Listed> all = jobs.getOrDefault(study.uid(), List.of()).stream().sorted(Comparator.comparingInt(Listed::revision)).toList();
        if (all.isEmpty()) {
            say(study.uid(), "it was acknowledged, and there is no job for it");
            return;
        }
        Listed current = all.get(all.size() - 1);
        expect(study, current.state().equals("done") && !current.replaced(), "its highest revision " + current.revision() + " is "
                + current.state() + (current.replaced() ? " and replaced" : "") + ": " + current.reason());
        expect(study, current.images() == study.images().size(), "its result is of " + current.images() + " images of "
                + study.images().size());
        for (Listed earlier : all.subList(0, all.size() - 1)) {
            expect(study, earlier.replaced(), "revision " + earlier.revision() + " is not marked as replaced");
        }
        Path result = results.resolve(study.uid());
        if (Files.notExists(result.resolve("report.json"))) {
            say(study.uid(), "it has no result");
            return;
        }
        QuietReport report = QuietReport.read(result);
        int kind = report.version().isEmpty() ? 0 : Integer.parseInt(report.version().substring(report.version().lastIndexOf('.') + 1)) % 2;
        reports.computeIfAbsent(study.cut() + " " + kind, key -> new TreeMap<>())
                .computeIfAbsent(report.text().replace(study.root().text(), ""), text -> new ArrayList<>()).add(study.uid());
        checkArchive(study, result, report.version());
    }

    private void checkArchive(SmallStudy study, Path result, String version) throws IOException, InterruptedException {
        for (String instance : objects(study, result)) {
            if (there.containsKey(instance)) {
                Set<String> versions = versions(tags(instance));
                expect(study, Set.of(version).containsAll(versions), "object " + instance + " is by version " + versions
                        + " of the model, and the report by " + version);
            } else {
                say(study.uid(), "object " + instance + " of its result is not at the archive");
            }
        }
        List<String> complete = new ArrayList<>();
        for (Received object : log.of(study.uid())) {
            if (object.modality().equals(REPORT) && there.containsKey(object.instance())
                    && images(object.instance()).equals(Set.copyOf(study.images()))) {
                complete.add(object.instance());
            }
        }
        expect(study, complete.size() == 1, "the archive has " + complete.size() + " reports of all its images");
    }

    /** SOP instance UIDs of what is sent of a result. */
    private List<String> objects(SmallStudy study, Path result) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(result)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".dcm")).sorted().toList();
        }
        List<String> instances = new ArrayList<>();
        for (Path file : files) {
            try {
                instances.add(new NativeDicomCodec().read(file, false).text(Tag.SOPInstanceUID));
            } catch (UnusableInputException damaged) {
                say(study.uid(), damaged.getMessage());
            }
        }
        return instances;
    }

    private JsonNode tags(String instance) throws IOException, InterruptedException {
        return archive.get("/instances/" + there.get(instance) + "/simplified-tags");
    }

    /** Of the model that is swapped, wherever an object names it. */
    private static Set<String> versions(JsonNode tags) {
        Set<String> versions = new TreeSet<>();
        for (String software : tags.path("SoftwareVersions").asText().split("\\\\")) {
            if (software.startsWith(ModelJars.MODEL + " ")) {
                versions.add(software.substring(ModelJars.MODEL.length() + 1));
            }
        }
        for (JsonNode algorithm : tags.findParents("AlgorithmName")) {
            if (algorithm.path("AlgorithmName").asText().equals(ModelJars.MODEL)) {
                versions.add(algorithm.path("AlgorithmVersion").asText());
            }
        }
        return versions;
    }

    /** What a report says that it is of. */
    private Set<String> images(String report) throws IOException, InterruptedException {
        Set<String> images = new HashSet<>();
        for (JsonNode study : tags(report).path("CurrentRequestedProcedureEvidenceSequence")) {
            for (JsonNode series : study.path("ReferencedSeriesSequence")) {
                for (JsonNode object : series.path("ReferencedSOPSequence")) {
                    if (object.path("ReferencedSOPClassUID").asText().equals(SopClass.MR_IMAGE_STORAGE)) {
                        images.add(object.path("ReferencedSOPInstanceUID").asText());
                    }
                }
            }
        }
        return images;
    }

    /** Studies that differ in nothing but UIDs have the same report. */
    private void compare(Map<String, List<String>> same) {
        List<String> most = same.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        same.values().stream().filter(few -> few != most).forEach(few -> few.forEach(uid -> say(uid, "its report differs from that of "
                + most.size() + " studies of the same images by the same models")));
    }

    private void expect(SmallStudy study, boolean held, String sentence) {
        if (!held) {
            say(study.uid(), sentence);
        }
    }

    private void say(String study, String sentence) {
        broken.computeIfAbsent(study, uid -> new ArrayList<>()).add(sentence);
    }
}
