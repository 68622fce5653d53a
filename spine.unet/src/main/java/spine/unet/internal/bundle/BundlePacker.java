package spine.unet.internal.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Component;
import spine.api.model.ModelCard;
import spine.api.model.SegmentationModel;
import spine.api.service.ModelPacker;
import spine.common.bundle.ModelBundle;
import spine.common.digest.Sha256;
import spine.common.file.AtomicFile;
import spine.unet.model.ModelCardJson;
import spine.unet.weights.ReproducibleZip;
import spine.unet.weights.WeightsFile;

/** Makes the jar that {@link ModelExtender} turns into a model. */
@Component
public final class BundlePacker implements ModelPacker {

    @Override
    public void pack(Path model, String version, Path jar) throws IOException {
        String file = network(model);
        byte[] weights = bytes(model.resolve(file));
        ModelCard card = card(model).withVersion(Version.parseVersion(version).toString());
        Path target = jar.toAbsolutePath();
        Files.createDirectories(target.getParent());
        AtomicFile.write(target, out -> {
            try (ReproducibleZip zip = new ReproducibleZip(out)) {
                zip.add(JarFile.MANIFEST_NAME, manifest(card)::write);
                zip.add(ModelBundle.FOLDER + ModelBundle.CARD, ModelCardJson.write(card));
                zip.add(ModelBundle.FOLDER + file, weights);
            }
        });
    }

    @Override
    public ModelCard card(Path model) throws IOException {
        try (InputStream in = Files.newInputStream(model.resolve(ModelBundle.CARD))) {
            ModelCard card = ModelCardJson.read(in);
            if (!card.weightsSha256().equals(Sha256.of(bytes(model.resolve(network(model)))))) {
                throw new IOException("the weights in " + model + " are not those its card promises");
            }
            return card;
        }
    }

    private static byte[] bytes(Path weights) throws IOException {
        try (InputStream in = Files.newInputStream(weights)) {
            return WeightsFile.read(in);
        }
    }

    /** Name of the one file that is the network. */
    private static String network(Path model) throws IOException {
        boolean onnx = Files.exists(model.resolve(ModelBundle.ONNX));
        if (onnx && Files.exists(model.resolve(ModelBundle.WEIGHTS))) {
            throw new IOException(model + " has both " + ModelBundle.WEIGHTS + " and " + ModelBundle.ONNX + "; one of them must go");
        }
        return onnx ? ModelBundle.ONNX : ModelBundle.WEIGHTS;
    }

    @Override
    public void replaceCard(Path model, ModelCard card) throws IOException {
        AtomicFile.write(model.resolve(ModelBundle.CARD), ModelCardJson.write(card));
    }

    /** The manifest that a resolver and the extender read. */
    private static Manifest manifest(ModelCard card) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", card.id());
        main.putValue("Bundle-Version", card.version());
        main.putValue("Bundle-Name", card.id());
        main.putValue(ModelBundle.HEADER, ModelBundle.FOLDER);
        main.putValue("Provide-Capability", "osgi.service;objectClass:List<String>=\"" + SegmentationModel.class.getName() + "\"");
        main.putValue("Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=spine.unet)(version>=1.0)(!(version>=2.0)))\"");
        return manifest;
    }
}
