using Gauntlet.Domain.Training.Sampling.Parzen;
using Gauntlet.Domain.Training.Search;

namespace Gauntlet.Domain.Tests.Training;

/// <summary>Truncated normals of Optuna 5.0.0, far tails included.</summary>
public class TruncatedNormalTests
{
    [Fact]
    public void Intervals_Reference_HaveTheReferenceMassQuantilesAndDensity()
    {
        foreach (var vector in VectorFile.List("truncnorm", "intervals"))
        {
            var (low, high) = (vector.GetProperty("a").Number(), vector.GetProperty("b").Number());
            var expected = vector.GetProperty("log_mass").Number();
            TruncatedNormal.LogMass(low, high).ShouldBe(expected, Math.Max(1e-9, 1e-10 * Math.Abs(expected)), $"mass of {low} to {high}");
            foreach (var (q, x) in vector.Numbers("q").Zip(vector.Numbers("ppf")))
                TruncatedNormal.Quantile(q, low, high).ShouldBe(x, 1e-7, $"quantile {q} of {low} to {high}");
            foreach (var (z, density) in vector.Numbers("z").Zip(vector.Numbers("logpdf")))
            {
                var found = TruncatedNormal.LogDensity(z, low, high);
                if (double.IsInfinity(density)) found.ShouldBe(density);
                else found.ShouldBe(density, Math.Max(1e-9, 1e-10 * Math.Abs(density)), $"density at {z} of {low} to {high}");
            }
        }
    }

    [Fact]
    public void Draws_GivenShares_AreTheReferenceDraws()
    {
        foreach (var vector in VectorFile.List("truncnorm", "draws"))
        {
            var axis = SearchDimension.Of(VectorFile.Declared("x", vector.GetProperty("distribution")));
            var kernel = new Kernel(vector.GetProperty("mu").GetDouble(), vector.GetProperty("sigma").GetDouble());
            foreach (var (u, value) in vector.Numbers("u").Zip(vector.Numbers("value")))
                KernelSet.Draw(axis, kernel, u).ShouldBe(value, 1e-7 * Math.Max(1, Math.Abs(value)), $"{vector.GetProperty("name")} at {u}");
        }
    }
}
