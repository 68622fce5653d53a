package spine.runtime.internal.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.osgi.framework.ServiceReference;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.ClassProbabilities;
import spine.api.image.Note;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.lease.Rank;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoringIndex;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.api.service.ScoringRequest;
import spine.pipeline.StudyScoring;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.admission.ValidatingServiceTracker;
import spine.runtime.internal.provider.DeployedBundles;
import spine.runtime.internal.provider.ProviderRegistry;
import spine.runtime.internal.provider.Providers;
import spine.runtime.internal.provider.TimeLimits;
import spine.runtime.internal.selection.InstalledModels;
import spine.runtime.internal.selection.ModelSelectionStore;
import spine.runtime.internal.selection.VersionSwitch;
import spine.runtime.internal.shadow.ShadowScoring;

/** A platform without a framework and with little patience; at first it has all but the oedema model. */
public final class TestPlatform {
    /** Of every model that {@link #addModel} adds, as a part of the platform. */
    public static final String SHIPPED_WEIGHTS = "0".repeat(64);

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration MODEL_LIMIT = Duration.ofSeconds(2);

    public final Providers providers;
    /** As kept in the home. */
    public final ModelSelectionStore selection;
    public final ShadowScoring shadow;
    final StudyScoring pipeline;
    /** Formats in the order of writing. */
    final List<String> written = new ArrayList<>();
    private int nextId;

    /** What a study is read from. */
    public interface Loading {
        Study load() throws UnusableInputException;
    }

    /** @param home where choices and shadow runs are kept */
    public TestPlatform(Path home) {
        providers = new Providers(new TimeLimits(SHORT, SHORT, Duration.ofSeconds(5), Duration.ofSeconds(5), LIMIT, MODEL_LIMIT,
                        MODEL_LIMIT, LIMIT, LIMIT, LIMIT), new Providers.Fetcher() {
                    @Override
                    public <T> ValidatingServiceTracker.Source<T> source(ServiceReference<T> ref) {
                        throw new IllegalStateException("there is no framework");
                    }
                }, new DeployedBundles(home.resolve("deploy")));
        selection = new ModelSelectionStore(home.resolve("models.json"));
        shadow = new ShadowScoring(providers, selection, home.resolve("shadow"), LIMIT);
        pipeline = new StudyScoring(new LeasedSessions(providers, selection, shadow));
        addModel("anatomy", "1.0.0", ModelRole.ANATOMY, ModelRole.ANATOMY_CLASSES);
        AnatomyLocaliser localiser = (study, maps) -> TinyStudy.anatomy("Counting is unsure.");
        providers.localisers().table().add("localiser", new ProviderDescriptor<>("", "", "", localiser), rank("1.0.0"));
        addIndex("sparcc", input -> score("sparcc", input));
        addWriter("json");
        addWriter("html");
    }

    public InstalledModels models() {
        return new InstalledModels(providers, selection);
    }

    public VersionSwitch versions() {
        return new VersionSwitch(providers, selection, models());
    }

    /** A model that finds its second class everywhere. */
    public Object addModel(String id, String version, String role, List<String> classes) {
        return addModel(id, version, role, classes, (stack, cancellation) -> everywhere(classes, stack));
    }

    public Object addModel(String id, String version, String role, List<String> classes,
            BiFunction<SliceStack, Cancellation, ClassProbabilities> answer) {
        String key = id + " " + version;
        providers.models().table().add(key, new ProviderDescriptor<>(role, id, version, false, SHIPPED_WEIGHTS,
                model(id, version, role, classes, answer)), rank(version));
        return key;
    }

    /** A model whose card has another id than its service. */
    void addModel(String id, String version, String role, List<String> classes, String claimed) {
        providers.models().table().add(id + " " + version, new ProviderDescriptor<>(role, id, version, false, SHIPPED_WEIGHTS,
                model(claimed, version, role, classes, (stack, cancellation) -> everywhere(classes, stack))), rank(version));
    }

    /** One from the deploy folder, which finds nothing. @param weights its digest begins with */
    public void dropOedemaModel(String version, String weights) {
        dropOedemaModel(version, weights, (stack, cancellation) -> background(stack));
    }

    /** The same with another answer. */
    public void dropOedemaModel(String version, String weights, BiFunction<SliceStack, Cancellation, ClassProbabilities> answer) {
        SegmentationModel model = model("oedema", version, ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, answer);
        providers.models().table().add("oedema " + version, new ProviderDescriptor<>(ModelRole.OEDEMA, "oedema", version, true, weights,
                model),
                rank(version));
    }

    /** Nothing but background. */
    public static ClassProbabilities background(SliceStack stack) {
        byte[][][] maps = new byte[ModelRole.OEDEMA_CLASSES.size()][stack.slices().size()][stack.rows() * stack.columns()];
        for (byte[] slice : maps[0]) {
            Arrays.fill(slice, (byte) 255);
        }
        return new ClassProbabilities(ModelRole.OEDEMA_CLASSES, maps);
    }

    /** It goes through admission, so that it is tested and can be dismissed. */
    void admitOedemaModel(String version, BiFunction<SliceStack, Cancellation, ClassProbabilities> answer) {
        admit(providers.models(), "oedema " + version, new ProviderDescriptor<>(ModelRole.OEDEMA, "oedema", version,
                model("oedema", version, ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, answer)));
    }

    private static SegmentationModel model(String id, String version, String role, List<String> classes,
            BiFunction<SliceStack, Cancellation, ClassProbabilities> answer) {
        ModelCard card = new ModelCard(id, version, role, classes, Map.of(), 0.5, "",
                Map.of(), "", "0".repeat(64));
        return new SegmentationModel() {
            @Override
            public ModelCard card() {
                return card;
            }

            @Override
            public ClassProbabilities segment(SliceStack stack, Progress progress, Cancellation cancellation) {
                cancellation.check();
                return answer.apply(stack, cancellation);
            }
        };
    }

    public Object addOedemaModel(String version) {
        return addModel("oedema", version, ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES);
    }

    /** It goes through admission, so that it can be dismissed. */
    void addIndex(String id, ScoringIndex index) {
        admit(providers.indexes(), id, new ProviderDescriptor<>(id, id, "1.0.0", index));
    }

    private <T> void admit(ProviderRegistry<T> registry, Object key, ProviderDescriptor<T> offer) {
        ProviderDescriptor<T> claims = new ProviderDescriptor<>(offer.name(), offer.id(), offer.version(), null);
        registry.tracker().add(key, rank(offer.version()), claims, new ValidatingServiceTracker.Source<>() {
            @Override
            public T get() {
                return offer.service();
            }

            @Override
            public void release() {
                // nothing to give back
            }
        });
        try {
            providers.awaitSettled();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It goes through admission, so that it can be dismissed. */
    void addReader(String id, String key, StudyReader reader) {
        admit(providers.readers(), key, new ProviderDescriptor<>(id, id, "", reader));
    }

    void addWriter(String format) {
        addWriter(format, (result, folder) -> {
            written.add(format);
            return List.of(Files.writeString(folder.resolve(format), result.study().studyInstanceUid() + " " + result.scores() + " "
                    + result.warnings() + " " + result.models()));
        });
    }

    void addWriter(String format, ReportWriter writer) {
        providers.writers().table().add(format, new ProviderDescriptor<>(format, "", "", writer), rank("1.0.0"));
    }

    Rank rank(String version) {
        return new Rank(0, version, nextId++);
    }

    public ScoringResult score(StudySource source, Path folder, String... formats) throws Exception {
        return pipeline.score(source, new ScoringRequest(List.of("sparcc"), List.of(formats), folder), Progress.SILENT, new Cancellation());
    }

    public static ClassProbabilities everywhere(List<String> classes, SliceStack stack) {
        byte[][][] maps = new byte[classes.size()][stack.slices().size()][stack.rows() * stack.columns()];
        for (byte[] slice : maps[1]) {
            Arrays.fill(slice, (byte) 255);
        }
        return new ClassProbabilities(classes, maps);
    }

    static StudySource source(Note... notes) {
        return source("1.2", () -> TinyStudy.study("1.2", notes));
    }

    public static StudySource source(String uid, Loading loading) {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return uid;
            }

            @Override
            public Study load() throws UnusableInputException {
                return loading.load();
            }
        };
    }

    /** The total is the number of slices that have any oedema. */
    static Score score(String id, ScoringInput input) {
        long slices = Arrays.stream(input.lesions().get(0).lesion()).filter(slice -> indexOfAny(slice) >= 0).count();
        return new Score(id, "1.0.0", Map.of("total23", (double) slices), List.of(),
                input.anatomy().units().stream().map(UnitScore::zero).toList(), List.of("Score is a guess."));
    }

    private static int indexOfAny(byte[] slice) {
        for (int i = 0; i < slice.length; i++) {
            if (slice[i] != 0) {
                return i;
            }
        }
        return -1;
    }
}
