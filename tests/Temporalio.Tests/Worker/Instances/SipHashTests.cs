using Temporalio.Worker.Instances;

namespace Temporalio.Tests.Worker.Instances;

public class SipHashTests
{
    // An implementation of SipHash-1-3 in Python, written from the paper, with a zero key; the empty value is also the widely
    // printed result of Rust's DefaultHasher for nothing.
    [Theory]
    [InlineData("", 0xd1fba762150c532cUL)]
    [InlineData("a", 0x407448d2b89b1813UL)]
    [InlineData("temporaltemporaltemporalxyz", 0x5eb7b83aac4c457cUL)]
    public void Of_Bytes_IsTheKnownValue(string text, ulong expected) =>
        SipHash.Of(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(expected);
}
