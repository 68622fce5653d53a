package com.example.threshold;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.model.SegmentationModelService;

/**
 * Finds candidates for oedema without having learnt anything: pixels that outshine their surroundings, in patches of the size
 * that lesions have. The platform keeps those inside vertebral bodies. It shows how a model of one's own is built; and it is a
 * baseline, because what has been trained should do better than this.
 *
 * <p>Its version is below 1, so that the shipped model goes on serving beside it until this one is chosen.
 */
@Component
@SegmentationModelService(role = ModelRole.OEDEMA, id = ThresholdModel.ID, version = ThresholdModel.VERSION)
public final class ThresholdModel implements SegmentationModel {
    static final String ID = "com.example.threshold";
    static final String VERSION = "0.1.0";

    private static final double OPERATING_POINT = 0.5;
    private static final int FULL = 255;

    private final ModelCard card = new ModelCard(ID, VERSION, ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES,
            Map.of("rule", OedemaCandidates.RULE), OPERATING_POINT,
            "Nothing: no image was used to choose its numbers.", Map.of(),
            "Example and baseline. Not for diagnosis or treatment. Oedema that touches the spinal canal on the image is lost with it, "
                    + "and whatever else is bright in a vertebral body is taken for oedema.",
            digest(OedemaCandidates.RULE));

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
        int slices = stack.slices().size();
        byte[][][] maps = new byte[card.classes().size()][slices][];
        int lesion = card.classes().indexOf(ModelRole.LESION);
        progress.at("oedema by threshold", 0);
        for (int i = 0; i < slices; i++) {
            cancellation.check();
            Slice slice = stack.slices().get(i);
            maps[lesion][i] = new OedemaCandidates(slice).probabilities();
            maps[1 - lesion][i] = complement(maps[lesion][i]);
            progress.at("oedema by threshold", (i + 1.0) / slices);
        }
        return new ClassProbabilities(card.classes(), maps);
    }

    private static byte[] complement(byte[] map) {
        byte[] rest = new byte[map.length];
        for (int i = 0; i < map.length; i++) {
            rest[i] = (byte) (FULL - (map[i] & 0xff));
        }
        return rest;
    }

    /** A model without weights has the digest of the rule that it consists of. */
    private static String digest(String rule) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rule.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
