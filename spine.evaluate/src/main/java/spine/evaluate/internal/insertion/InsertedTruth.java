package spine.evaluate.internal.insertion;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.anatomy.SpineAnatomy;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.LesionMap;
import spine.api.service.InsertedLesion;
import spine.api.service.InsertionRequest;
import spine.common.text.Decimals;
import spine.evaluate.internal.partial.KnownLesion;
import spine.evaluate.internal.partial.PartialTruthReader;

/** Writes the partial truth of a study with inserted lesions: {@code truth.json}, and masks of its bodies and of the oedema. */
final class InsertedTruth {
    private final ObjectMapper json = new ObjectMapper();
    private final ReportWriter masks;

    /** @param masks writes DICOM segmentations */
    InsertedTruth(ReportWriter masks) {
        this.masks = masks;
    }

    /**
     * @param written the study as it was written
     * @param folder exists and is empty
     * @return the lesions
     */
    List<InsertedLesion> write(InsertionRequest request, BaseStudy base, Study written, List<PlannedLesion> lesions, Path folder)
            throws IOException {
        List<LesionMap> oedema = written.stacks().stream().map(LesionMap::none).toList();
        List<InsertedLesion> inserted = new ArrayList<>();
        for (PlannedLesion lesion : lesions) {
            byte[][] map = oedema.get(lesion.body().stack()).lesion();
            int pixels = 0;
            for (int slice = 0; slice < map.length; slice++) {
                pixels += lesion.shape().mark(map[slice], slice);
            }
            inserted.add(new InsertedLesion(lesion.body().level(), lesion.unit(), lesion.place().words(), pixels));
        }
        Files.writeString(folder.resolve("truth.json"), json.writer(new DefaultPrettyPrinter().withObjectIndenter(
                new DefaultIndenter("  ", "\n"))).writeValueAsString(truth(request, base, written, inserted)) + "\n");
        masks.write(new ScoringResult(written, List.of(), anatomy(base, written), oedema, List.of(), List.of(), List.of(), Timing.NONE),
                folder);
        return inserted;
    }

    private ObjectNode truth(InsertionRequest request, BaseStudy base, Study written, List<InsertedLesion> inserted) {
        ObjectNode truth = json.createObjectNode();
        truth.put("schema", PartialTruthReader.SCHEMA);
        truth.put("case", base.name() + ", draw " + request.draw() + ", ratio " + Decimals.atMost(request.ratio(), 2, ""));
        truth.put("group", base.group());
        truth.put("study", written.studyInstanceUid());
        truth.put("healthy", false);
        truth.put("outlinedBy", base.outlined() ? "given" : "spine");
        truth.putObject("inserted").put("into", base.study().studyInstanceUid()).put("ratio", request.ratio()).put("draw", request.draw())
                .put("seed", request.seed());
        ArrayNode stacks = truth.putArray("stacks");
        for (SliceStack stack : written.stacks()) {
            ArrayNode sops = stacks.addObject().put("series", stack.seriesInstanceUid()).putArray("sops");
            stack.slices().forEach(slice -> sops.add(slice.sopInstanceUid()));
        }
        ArrayNode structures = truth.putArray("structures");
        if (base.outlined()) {
            base.bodies().stream().map(body -> body.level().name()).distinct()
                    .forEach(name -> structures.addObject().put("name", name).put("kind", "vertebra"));
        }
        ArrayNode lesions = truth.putArray("lesions");
        for (KnownLesion own : base.lesions()) {
            ObjectNode lesion = lesions.addObject();
            own.unit().ifPresent(unit -> lesion.put("unit", unit.label()));
            if (!own.vertebra().isEmpty()) {
                lesion.put("vertebra", own.vertebra());
            }
            lesion.put("outlined", false);
        }
        inserted.forEach(lesion -> lesions.addObject().put("unit", lesion.unit().label()).put("vertebra", lesion.vertebra().name())
                .put("place", lesion.place()).put("ratio", request.ratio()).put("outlined", true));
        return truth;
    }

    private static SpineAnatomy anatomy(BaseStudy base, Study written) {
        List<StackAnatomy> stacks = new ArrayList<>();
        for (int s = 0; s < written.stacks().size(); s++) {
            byte[][] structures = LesionMap.none(written.stacks().get(s)).lesion();
            for (BodyOutline body : base.bodies()) {
                for (int slice = 0; slice < structures.length && body.stack() == s; slice++) {
                    BitSet pixels = body.slices()[slice];
                    for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
                        structures[slice][pixel] = StackAnatomy.bodyCode(body.level());
                    }
                }
            }
            stacks.add(new StackAnatomy(structures, LesionMap.none(written.stacks().get(s)).lesion(), List.of(), List.of()));
        }
        return new SpineAnatomy(stacks, DiscLevel.ALL.stream().map(DiscovertebralUnit::absent).toList(), List.of());
    }
}
