package spine.evaluate.internal.study;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.agreement.mask.MaskOverlap;
import spine.api.report.MaskFrame;

/** The pixels of one structure: by SOP instance UID, bit {@code row * columns + column}. For one thread until complete. */
public final class ImageMasks {
    private final Map<String, BitSet> images = new LinkedHashMap<>();

    /** The image gets these pixels too. */
    public void add(String sopInstanceUid, BitSet pixels) {
        if (!pixels.isEmpty()) {
            images.computeIfAbsent(sopInstanceUid, image -> new BitSet()).or(pixels);
        }
    }

    /** The image of the frame gets its pixels too. */
    void add(MaskFrame frame) {
        BitSet bits = new BitSet();
        for (int i = 0; i < frame.mask().length; i++) {
            bits.set(i, frame.mask()[i] != 0);
        }
        add(frame.sopInstanceUid(), bits);
    }

    /** All of them too. */
    public void add(ImageMasks more) {
        more.images.forEach(this::add);
    }

    /** The pixels on an image, empty if there are none; nobody may write to them. */
    public BitSet on(String sopInstanceUid) {
        return images.getOrDefault(sopInstanceUid, new BitSet());
    }

    /** The images that have pixels. */
    public Iterable<String> images() {
        return images.keySet();
    }

    public boolean isEmpty() {
        return images.isEmpty();
    }

    public long pixels() {
        return images.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Pixels on the image with the most. */
    public long largest() {
        return images.values().stream().mapToLong(BitSet::cardinality).max().orElse(0);
    }

    /** These as the truth, the others as the prediction, on all images. */
    public MaskOverlap against(ImageMasks prediction) {
        return new MaskOverlap(pixels(), prediction.pixels(), within(prediction).pixels());
    }

    /** What lies in the others too. */
    public ImageMasks within(ImageMasks others) {
        ImageMasks common = new ImageMasks();
        images.forEach((image, pixels) -> {
            BitSet both = (BitSet) pixels.clone();
            both.and(others.on(image));
            common.add(image, both);
        });
        return common;
    }

    /** What does not lie in the others. */
    public ImageMasks without(ImageMasks others) {
        ImageMasks rest = new ImageMasks();
        images.forEach((image, pixels) -> {
            BitSet left = (BitSet) pixels.clone();
            left.andNot(others.on(image));
            rest.add(image, left);
        });
        return rest;
    }
}
