package spine.dicomweb.internal.retrieve;

import java.util.ArrayList;
import java.util.List;
import spine.dicomweb.internal.http.HttpFailure;

/** Lists of frames in addresses (PS3.18 10.1.2.2): numbers from 1 with commas. */
public final class FrameNumbers {
    private static final int LONGEST_LIST = 8_192;

    private FrameNumbers() {
    }

    /**
     * @param count number of frames of the object
     * @return indices from 0, at least one, as often and in the order as they were asked for
     */
    public static List<Integer> parse(String text, int count) throws HttpFailure {
        if (text.length() > LONGEST_LIST || !text.matches("[1-9]\\d{0,8}(,[1-9]\\d{0,8})*")) {
            throw new HttpFailure(HttpFailure.BAD_REQUEST, "Frames are numbers from 1, with commas between them.");
        }
        List<Integer> frames = new ArrayList<>();
        for (String number : text.split(",")) {
            int frame = Integer.parseInt(number);
            if (frame > count) {
                throw new HttpFailure(HttpFailure.NOT_FOUND, "The object has " + count + " frames; there is no frame " + frame + ".");
            }
            frames.add(frame - 1);
        }
        return frames;
    }
}
