using System.Text.RegularExpressions;

namespace Gauntlet.Architecture.Tests;

/// <summary>The faults of the pipeline that Gauntlet replaces, each with the tests that would have caught it.</summary>
public partial class FaultTests
{
    /// <summary>Number of the fault, what was found, and tests by class and name.</summary>
    private static readonly (int Number, string Found, string[] Tests)[] Faults =
    [
        (1, "models that never trade passed every gate", ["Gate1Tests.Judge_ModelThatNeverTrades_IsRejectedByEveryCheckThatCanSeeIt", "TrialEvaluatorTests.Evaluate_StrategyThatNeverTrades_IsPrunedAndNotZero"]),
        (2, "gates judged on training data by silent fallback", ["Gate1Tests.Judge_HoldOutIsTraining_IsAnError", "Gate1Tests.Judge_HoldOutOverlapsTraining_IsAnError"]),
        (3, "a skipped stage counted as passed; settings that nobody reads", ["PromotionRuleTests.Decide_SkippedGate_IsNoPass", "Gate1Tests.Judge_SwitchedOff_IsSkippedAndNotPassed", "GatePoliciesTests.Parse_WrongPolicy_SaysWhatAndWhatToDo", "SettingsTests.Read_WrongFile_NamesKeyValueAndRemedy"]),
        (4, "trial numbers reused across studies, so that wrong weights traded", ["JourneyTests.Gates_UnknownCandidate_AreCorruptEvidence", "StoreTests.Artifact_SameContent_HasTheSameHashAndAnyOtherNot", "StudyActivitiesTests.OpenStudy_SameNameOtherInputs_IsRefused"]),
        (5, "weights deleted under the pipeline", ["GauntletDatabaseTests.Schema_EveryEvidenceTable_RefusesUpdateDeleteAndTruncate"]),
        (6, "an error was a verdict, and files were edited by hand to override it", ["PromotionTests.Promotion_FaultedGate_GoesOnAfterRetry", "StoreTests.Verdict_Fault_IsNotStored", "PromotionTests.Promotion_ApprovalOutOfPlace_IsRefusedWithFieldAndRemedy"]),
        (7, "retries slept in one loop without a time-out", ["PaperTests.Paper_HourlyBars_TakeSevenDaysInOrder", "TrainingActivitiesTests.RunTrials_Cancelled_KeepsWhatIsDoneAndEndsAtOnce", "ArenaTests.Arena_CandidateThatFaults_IsNotWaitedForEither"]),
        (8, "state lost on a corrupt or half-written file", ["StoreTests.Paper_AnyRowOfAStepFails_StoresNoneOfThem", "StoreTests.Dataset_ChangedBytes_AreNoticed", "KillTests.Server_KilledAtRandomMomentsAndItsDatabaseToo_LosesNothingAndDoesNothingTwice"]),
        (9, "no lease, and processes ended by name", ["JourneyTests.Journey_InterruptedEverywhereByOtherWorkers_HasTheSameDigest", "PrivateClusterTests.StartAsync_NumberOfADeadServerGivenToAnotherProcess_StartsAgain", "StopTests.Up_Twice_IsRefusedNamingTheFirst"]),
        (10, "Gate 3 not wired; seven days and the win rate out of reach", ["PromotionTests.Run_CandidateThatDeservesAnA_GetsItAndIsPromoted", "PaperActivitiesTests.StepPaper_WholeSession_CompletesSevenDays", "PaperTests.Paper_DaysOfDowntime_CountForNothing", "Gate3Tests.WinRate_EveryRoundTripWon_IsOne"]),
        (11, "a dry run changed real state", ["JourneyTests.Journey_DryRunBefore_ChangesNothingOfTheRealOne", "RunRequestTests.Of_DryRun_MarksTheName"]),
        (12, "a stop file looked at every half hour that closed nothing", ["EmergencyStopTests.Safety_StopInAGate_CancelsItsWorkAndResumeAsksForItAgain", "PaperTests.Paper_StopThatFlattens_ClosesOnceAndGoesOnAfterResume", "PaperActivitiesTests.FlattenPaper_AnyBar_IsFlatFromItsOpenAndStaysFaithful"]),
        (13, "three systems of units for the same figures", ["MetricVectorTests.Figures_OfLiteralReturns_AreThoseOfThePackages", "MetricVectorTests.Figures_OfRealReturns_AreThoseOfThePackages"]),
        (14, "missing bars were worth nothing and made false drawdowns", ["PaperSessionTests.Miss_BarThatDidNotCome_KeepsTheLastValueAndTradesNothing", "PromotionTests.Paper_FeedThatIsLateMissingDoubledAndEarly_IsCountedAndStillReachesSevenDays", "Gate3Tests.Judge_DayWithoutItsBars_DoesNotCount"]),
        (15, "no costs in the arena, and fills on stale prices", ["PaperSessionTests.Step_WholeWindow_EqualsTheResimulation", "PaperSessionTests.Step_Benchmarks_HoldTheirShareOfTheSameBars", "Gate1Tests.CostStress_RecordThatDoesNotSurvive_IsRejectedThoughTheHoldOutDoes"]),
        (16, "overfitted models were promoted, all of them alike", ["GauntletTests.Run_Noise_RejectsEveryCandidateWithReasons", "Gate1Tests.Overfitting_MoreThanHalfOfTheSplits_IsRejected", "CandidateSelectionTests.Best_OnlySizeDiffers_IsTheSameStrategy"]),
        (17, "a Sharpe ratio of seven days was a gate", ["Gate3Tests.Judge_SevenDays_SaysWhatTheyCannotProve", "Gate3Tests.Sequential_BarsAgainstTheEdge_EndItOnlyWhenTheyAreMany"]),
        (18, "no scenarios, a veto of the worst path, results kept by number", ["RegimeModelTests.Generate_WholeSet_HasExactlyTheCounts", "Gate2Tests.Judge_OneRuinousPath_HasNoVeto", "Gate2Tests.Judge_MissingOutcome_IsAnErrorAndNotAGoodScenario", "RegimeModelTests.Hash_AnyPartOfTheRecipe_ChangesIt"]),
        (19, "promotion was a flag that all models shared", ["PromotionRuleTests.Decide_AllPassed_EntersTheShadowStage", "PromotionTests.Approve_PolicyAsksForAPerson_DecidesAndKeepsWhoWhenAndWhy", "StoreTests.Promotion_DecidedAgain_StaysTheFirst"]),
        (20, "a watchdog that died unseen", ["KillTests.Worker_KilledAtRandomMoments_EndsWithTheDigestOfAnUndisturbedRun", "PrivateClusterTests.StartAsync_UserKilled_ClusterEndsWithIt", "TrainingActivitiesTests.SelectCandidates_TrialsMissing_IsAnErrorThatIsNotRetried"]),
        (21, "logs without bound, and a status without reasons or ages", ["LogFileTests.Log_EndlessErrors_KeepsTheNewestAndNotTheDisk", "PromotionTests.Approve_PolicyAsksForAPerson_DecidesAndKeepsWhoWhenAndWhy", "PlainProgressTests.Story_Stopped_TellsTheReasonBeforeAnythingElse"]),
        (22, "the same limits in three files, drifting apart", ["StoreTests.Policy_SameVersionOtherLimits_IsRefused", "PromotionRuleTests.Decide_VerdictOfAnotherPolicy_IsRefused", "GatePoliciesTests.Parse_StoredPolicy_IsTheSame"]),
        (23, "candidates could not be held against each other", ["ArenaTests.Arena_CandidatesOfAStudy_TradeEveryDayTogetherAndAreRanked", "ArenaTests.Arena_MoreThanTwentyCandidates_TradeInTurnsWhereThePolicyQueues", "ArenaRankingTests.Of_DifferenceOfChance_IsNotToldApart"]),
    ];

    private static readonly Lazy<HashSet<string>> Known = new(Declared);

    public static TheoryData<int> Numbers => [.. Faults.Select(fault => fault.Number)];

    [Fact]
    public void Faults_Numbers_AreAllOfThem() => Faults.Select(fault => fault.Number).ShouldBe(Enumerable.Range(1, 23));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Fault_EveryTestNamed_ExistsAndRuns(int number)
    {
        var (_, found, tests) = Faults.Single(fault => fault.Number == number);

        tests.ShouldNotBeEmpty();
        tests.Where(test => !Known.Value.Contains(test)).ShouldBeEmpty($"fault {number}, {found}: no such test");
    }

    // The sources say what reflection would, without building every test project for this one.
    private static HashSet<string> Declared()
    {
        var tests = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in Repository.Sources().Where(path => path.StartsWith("tests", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, source));
            if (Class().Match(text) is not { Success: true } type) continue;
            foreach (var test in Test().Matches(text).Select(match => match.Groups["name"].Value)) tests.Add($"{type.Groups["name"].Value}.{test}");
        }

        return tests;
    }

    [GeneratedRegex(@"public (?:sealed |abstract |partial )*class (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Class();

    // A test that is switched off (Skip = …) catches nothing and is not found.
    [GeneratedRegex(@"\[(?:Skippable)?(?:Fact|Theory)\](?:\s*\[[^\n]*\])*\s*public (?:async )?(?:Task|void) (?<name>\w+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Test();
}
