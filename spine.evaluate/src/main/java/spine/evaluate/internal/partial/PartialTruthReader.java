package spine.evaluate.internal.partial;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.model.ModelRole;
import spine.api.report.MaskReader;
import spine.evaluate.internal.study.ImageMasks;
import spine.evaluate.internal.study.JsonFile;
import spine.evaluate.internal.study.LabelledMasks;
import spine.evaluate.internal.study.MaskKind;

/**
 * Reads {@code truth.json} of a partial truth with the masks beside it: {@code truth.nii.gz}, whose labels {@code structures} names,
 * or DICOM segmentations {@code *.seg.dcm}, whose segments bear the names themselves.
 */
public final class PartialTruthReader {
    /** What the file may say of itself; it may also say nothing. */
    public static final String SCHEMA = "spine-partial-truth/1";
    private static final List<String> VOLUMES = List.of("truth.nii.gz", "truth.nii");

    private final MaskReader masks;

    public PartialTruthReader(MaskReader masks) {
        this.masks = masks;
    }

    /** Whether the file is of this kind, not a truth in the shape of a report. */
    public boolean reads(Path file) throws IOException {
        try {
            JsonNode truth = JsonFile.read(file);
            return truth.path("schema").asText(SCHEMA).equals(SCHEMA) && truth.path("study").isTextual();
        } catch (UnusableInputException broken) {
            return false;
        }
    }

    /**
     * The truth; of one in the shape of a report its outlines and its oedema.
     *
     * @throws UnusableInputException if it or its masks cannot be understood; the sentence names the file
     */
    public PartialTruth read(Path file) throws UnusableInputException, IOException {
        JsonNode truth = JsonFile.read(file);
        String study = truth.path("study").isTextual() ? truth.path("study").asText() : truth.at("/study/studyInstanceUid").asText();
        if (study.isEmpty()) {
            throw new UnusableInputException(file + " names no study.");
        }
        List<List<String>> stacks = stacks(truth);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Optional<Path> volume = VOLUMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
        LabelledMasks labelled = volume.isPresent() ? volume(volume.get(), truth, stacks) : LabelledMasks.read(folder, masks);
        List<OutlinedStructure> outlined = outlined(labelled);
        List<OutlinedStructure> compared = new ArrayList<>(outlined);
        if (truth.has("structures")) {
            List<String> named = new ArrayList<>();
            truth.path("structures").forEach(structure -> named.add(structure.path("name").asText()));
            compared.removeIf(structure -> !named.contains(structure.name()));
        }
        List<KnownLesion> lesions = lesions(file, truth, labelled);
        if (lesions.isEmpty() && !labelled.of(ModelRole.LESION).isEmpty()) {
            lesions.add(new KnownLesion(Optional.empty(), "", "", Double.NaN, labelled.of(ModelRole.LESION)));
        }
        return new PartialTruth(file, study, truth.path("case").asText(study), truth.path("group").asText(), healthy(truth), stacks,
                labelled.columns(), compared, outlined.stream().filter(structure -> structure.kind() == MaskKind.BODY).toList(), lesions);
    }

    private static Optional<Boolean> healthy(JsonNode truth) {
        return truth.path("healthy").isBoolean() ? Optional.of(truth.path("healthy").asBoolean()) : Optional.empty();
    }

    private static List<List<String>> stacks(JsonNode truth) {
        List<List<String>> stacks = new ArrayList<>();
        if (truth.has("sops")) {
            stacks.add(words(truth.path("sops")));
        }
        truth.path("stacks").forEach(stack -> stacks.add(words(stack.path("sops"))));
        return stacks;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static LabelledMasks volume(Path file, JsonNode truth, List<List<String>> stacks) throws UnusableInputException, IOException {
        NiftiLabels volume = NiftiLabels.read(file);
        if (stacks.size() != 1 || stacks.get(0).size() != volume.slices().length) {
            throw new UnusableInputException("truth.json must list the SOP instance UIDs of the " + volume.slices().length + " slices of "
                    + file + " as sops.");
        }
        Map<Integer, String> names = new TreeMap<>();
        truth.path("structures").forEach(structure -> names.put(structure.path("label").asInt(), structure.path("name").asText()));
        truth.path("lesions").forEach(lesion -> {
            if (lesion.has("label")) {
                names.put(lesion.path("label").asInt(), ModelRole.LESION);
            }
        });
        LabelledMasks labelled = new LabelledMasks();
        for (int k = 0; k < volume.slices().length; k++) {
            byte[] slice = volume.slices()[k];
            Map<Integer, BitSet> found = new TreeMap<>();
            for (int i = 0; i < slice.length; i++) {
                if (slice[i] != 0) {
                    found.computeIfAbsent(slice[i] & 0xff, label -> new BitSet()).set(i);
                }
            }
            for (Map.Entry<Integer, BitSet> pixels : found.entrySet()) {
                if (names.containsKey(pixels.getKey())) {
                    labelled.add(names.get(pixels.getKey()), stacks.get(0).get(k), volume.columns(), pixels.getValue());
                }
            }
        }
        return labelled;
    }

    private static List<OutlinedStructure> outlined(LabelledMasks labelled) {
        List<OutlinedStructure> outlined = new ArrayList<>();
        labelled.structures().forEach((name, pixels) -> MaskKind.of(name).filter(kind -> kind != MaskKind.OEDEMA)
                .ifPresent(kind -> outlined.add(new OutlinedStructure(name, kind, pixels))));
        return outlined;
    }

    private static List<KnownLesion> lesions(Path file, JsonNode truth, LabelledMasks labelled) throws UnusableInputException {
        List<KnownLesion> lesions = new ArrayList<>();
        boolean alone = truth.path("lesions").size() == 1;
        for (JsonNode lesion : truth.path("lesions")) {
            String vertebra = lesion.path("vertebra").asText();
            ImageMasks pixels = new ImageMasks();
            if (lesion.path("outlined").asBoolean(true)) {
                ImageMasks oedema = labelled.of(ModelRole.LESION);
                pixels = vertebra.isEmpty() ? (alone ? oedema : pixels) : oedema.within(labelled.of(vertebra));
            }
            lesions.add(new KnownLesion(unit(file, lesion.path("unit").asText()), vertebra, lesion.path("place").asText(),
                    lesion.path("ratio").asDouble(Double.NaN), pixels));
        }
        return lesions;
    }

    private static Optional<DiscLevel> unit(Path file, String label) throws UnusableInputException {
        try {
            return label.isEmpty() ? Optional.empty() : Optional.of(DiscLevel.of(label));
        } catch (IllegalArgumentException unknown) {
            throw new UnusableInputException(file + " cannot be understood: " + unknown.getMessage() + ".", unknown);
        }
    }
}
