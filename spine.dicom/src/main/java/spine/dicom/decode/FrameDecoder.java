package spine.dicom.decode;

import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;

/**
 * Extension point: one encoded frame of a transfer syntax to native pixels.
 *
 * <p>Matching: the transfer syntax UID of the file (0002,0010) is one of the service property {@link #TRANSFER_SYNTAXES}. Ranking:
 * highest {@code service.ranking}, then lowest service id; the decoders of spine.dicom itself count as ranking 0 and the lowest id. A
 * decoder that goes away finishes the frames it has begun. Threads: called from several threads at once; must be free of state. A
 * component declares the service property with {@link FrameDecoderService}.
 */
@ConsumerType
public interface FrameDecoder {

    /** Service property, String+, required: UIDs of the transfer syntaxes (PS3.6 table A-1). */
    String TRANSFER_SYNTAXES = "decoder.syntaxes";

    /**
     * Decodes a frame. Time and memory have to be bounded by the length of the input and the size of the frame, whatever the input is:
     * nothing else guards against a hostile file.
     *
     * @param encoded the frame as encoded, its fragments joined; there may be padding after its end. Not to be changed
     * @param format what the header says of a frame
     * @param name names the image in messages
     * @return pixels of that format, and what a person should know of them
     * @throws UnusableInputException if the frame is damaged, or of another size than the header says, or of a kind that is not decoded
     */
    DecodedFrame decode(byte[] encoded, FrameFormat format, String name) throws UnusableInputException;
}
