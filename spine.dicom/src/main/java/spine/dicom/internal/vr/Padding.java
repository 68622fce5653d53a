package spine.dicom.internal.vr;

import java.util.Arrays;

/** Values have an even length (PS3.5 7.1.1); files do not always. */
public final class Padding {

    private Padding() {
    }

    public static byte[] toEven(byte[] value, Vr vr) {
        if (value.length % 2 == 0) {
            return value;
        }
        byte[] even = Arrays.copyOf(value, value.length + 1);
        even[value.length] = vr.padding();
        return even;
    }
}
