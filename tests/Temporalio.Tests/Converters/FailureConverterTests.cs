using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Tests.Converters;

public sealed class FailureConverterTests
{
    private static readonly IPayloadConverter Payloads = DataConverter.Default.PayloadConverter;
    private static readonly IFailureConverter Converter = DataConverter.Default.FailureConverter;

    [Fact]
    public void ToFailure_OrdinaryException_BecomesApplicationFailureOfItsClass()
    {
        var failure = Converter.ToFailure(Thrown(), Payloads);
        failure.Message.ShouldBe("outer");
        failure.StackTrace.ShouldContain(nameof(Thrown));
        failure.Source.ShouldBeEmpty();
        failure.ApplicationFailureInfo.Type.ShouldBe("InvalidOperationException");
        failure.ApplicationFailureInfo.NonRetryable.ShouldBeFalse();
        failure.ApplicationFailureInfo.Details.ShouldBeNull();
        failure.Cause.Message.ShouldBe("inner");
        failure.Cause.ApplicationFailureInfo.Type.ShouldBe("TimeoutException");
    }

    [Fact]
    public void ToException_ApplicationFailure_KeepsEverything()
    {
        var source = new ApplicationFailureException(
            "m", Thrown(), "Kind", true, ["a", null, 3], TimeSpan.FromSeconds(9), ApplicationErrorCategory.Benign);
        var made = Converter.ToException(Converter.ToFailure(source, Payloads), Payloads)
            .ShouldBeOfType<ApplicationFailureException>();
        made.Message.ShouldBe("m");
        made.ErrorType.ShouldBe("Kind");
        made.NonRetryable.ShouldBeTrue();
        made.NextRetryDelay.ShouldBe(TimeSpan.FromSeconds(9));
        made.Category.ShouldBe(ApplicationErrorCategory.Benign);
        made.Details.Count.ShouldBe(3);
        made.Details.ElementAt<string>(0).ShouldBe("a");
        made.Details.ElementAt<string?>(1).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => made.Details.ElementAt<int>(3));
        made.InnerException!.StackTrace!.ShouldContain(nameof(Thrown));
    }

    [Fact]
    public void ToFailure_ReceivedFailure_IsCopiedVerbatim()
    {
        var failure = new Failure
        {
            Message = "activity failed",
            ActivityFailureInfo = new()
            {
                ActivityType = new() { Name = "T" }, ActivityId = "1", Identity = "me", RetryState = RetryState.MaximumAttemptsReached, ScheduledEventId = 5,
            },
            Cause = new() { Message = "gone", CanceledFailureInfo = new() },
        };
        var made = Converter.ToException(failure, Payloads).ShouldBeOfType<ActivityFailureException>();
        made.ActivityType.ShouldBe("T");
        made.RetryState.ShouldBe(RetryState.MaximumAttemptsReached);
        made.InnerException.ShouldBeOfType<CanceledFailureException>();
        TemporalException.IsCanceledException(made).ShouldBeTrue();
        var again = Converter.ToFailure(made, Payloads);
        again.ShouldBe(failure);
        again.ShouldNotBeSameAs(failure);
    }

    [Theory]
    [InlineData(nameof(Failure.TimeoutFailureInfo), typeof(TimeoutFailureException))]
    [InlineData(nameof(Failure.TerminatedFailureInfo), typeof(TerminatedFailureException))]
    [InlineData(nameof(Failure.CanceledFailureInfo), typeof(CanceledFailureException))]
    [InlineData(nameof(Failure.ChildWorkflowExecutionFailureInfo), typeof(ChildWorkflowFailureException))]
    [InlineData(nameof(Failure.ServerFailureInfo), typeof(FailureException))]
    [InlineData(nameof(Failure.ResetWorkflowFailureInfo), typeof(FailureException))]
    public void ToException_EveryKind_HasItsType(string info, Type type)
    {
        var failure = new Failure { Message = "m" };
        var property = typeof(Failure).GetProperty(info)!;
        property.SetValue(failure, Activator.CreateInstance(property.PropertyType));
        Converter.ToException(failure, Payloads).GetType().ShouldBe(type);
    }

    [Fact]
    public void EncodedCommonAttributes_OnEveryLevel_AreHiddenAndRestored()
    {
        var converter = new DefaultFailureConverter.WithEncodedCommonAttributes();
        var failure = converter.ToFailure(Thrown(), Payloads);
        failure.Message.ShouldBe("Encoded failure");
        failure.StackTrace.ShouldBeEmpty();
        failure.Cause.Message.ShouldBe("Encoded failure");
        var made = converter.ToException(failure, Payloads);
        made.Message.ShouldBe("outer");
        made.StackTrace!.ShouldContain(nameof(Thrown));
        made.InnerException!.Message.ShouldBe("inner");
    }

    [Fact]
    public async Task Codec_OverFailure_HidesDetailsAndAttributes()
    {
        var converter = new DataConverter(
            new DefaultPayloadConverter(), new DefaultFailureConverter.WithEncodedCommonAttributes(), new XorCodec());
        var failure = await converter.ToFailureAsync(new ApplicationFailureException("m", details: ["secret"]));
        failure.ToString().ShouldNotContain("secret");
        failure.EncodedAttributes.Metadata["encoding"].ToStringUtf8().ShouldBe("binary/xor");
        var before = failure.Clone();
        var made = (await converter.ToExceptionAsync(failure)).ShouldBeOfType<ApplicationFailureException>();
        made.Message.ShouldBe("m");
        made.Details.ElementAt<string>(0).ShouldBe("secret");
        failure.ShouldBe(before);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("outer", new TimeoutException("inner"));
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
